{{/* What a schema cannot say, or not in words that people understand: everything that is wrong, at once. */}}
{{- define "sightline.checks" -}}
{{- $wrong := concat (include "sightline.checkDatabase" . | fromYamlArray) (include "sightline.checkKeycloak" . | fromYamlArray) (include "sightline.checkRunning" . | fromYamlArray) (include "sightline.checkReached" . | fromYamlArray) (include "sightline.checkSeen" . | fromYamlArray) (include "sightline.checkAmounts" . | fromYamlArray) (include "sightline.checkTimes" . | fromYamlArray) (include "sightline.checkNames" . | fromYamlArray) -}}
{{- if $wrong -}}
{{- fail (printf "\n- %s" (join "\n- " $wrong)) -}}
{{- end -}}
{{- end -}}

{{- define "sightline.checkDatabase" -}}
{{- $wrong := list -}}
{{- $instances := .Values.replicas -}}
{{- if .Values.autoscaling.enabled -}}{{- $instances = .Values.autoscaling.maxReplicas -}}{{- end -}}
{{- with .Values.database -}}
{{- if not .host -}}
{{- $wrong = append $wrong "database.host is not set: give the name of the PostgreSQL server, as its certificate has it." -}}
{{- else if not (regexMatch "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$" .host) -}}
{{- $wrong = append $wrong (printf "database.host is '%s', which is no server's name: give it without 'jdbc:', port or database, which have values of their own." .host) -}}
{{- end -}}
{{- with .tls.certificateAuthority -}}
{{- if not (or .secret .configMap) -}}
{{- $wrong = append $wrong "database.tls.certificateAuthority names neither a secret nor a configMap: say where the certificate is by which the database's is checked." -}}
{{- else if and .secret .configMap -}}
{{- $wrong = append $wrong "database.tls.certificateAuthority names a secret and a configMap: keep one." -}}
{{- end -}}
{{- end -}}
{{- if or (eq .owner.username .app.username) (eq .owner.username .releaseWriter.username) (eq .app.username .releaseWriter.username) -}}
{{- $wrong = append $wrong "database.owner, database.app and database.releaseWriter must be three roles: the service must not sign in as the owner, whom row-level security does not hold." -}}
{{- end -}}
{{- $needed := mul (add $instances 2) (add .connections 4) -}}
{{- if gt $needed (sub .serverConnections 10 | int64) -}}
{{- $wrong = append $wrong (printf "%v instances, and two more while they are replaced, want %v connections of PostgreSQL, which has %v with ten to be kept for others: have fewer of database.connections or instances, or raise max_connections and database.serverConnections." $instances $needed .serverConnections) -}}
{{- end -}}
{{- end -}}
{{- $wrong | toYaml -}}
{{- end -}}

{{- define "sightline.checkKeycloak" -}}
{{- $wrong := list -}}
{{- with .Values.keycloak -}}
{{- if not .issuer -}}
{{- $wrong = append $wrong "keycloak.issuer is not set: give the realm's address, such as https://keycloak.example/realms/sightline." -}}
{{- else if not (regexMatch "^https://[^/?#@ ]+(/[^?#@ ]*)?$" .issuer) -}}
{{- $wrong = append $wrong (printf "keycloak.issuer is '%s' and must be an address that begins with https://, such as https://keycloak.example/realms/sightline: keys read over http could be anybody's." .issuer) -}}
{{- else if not (regexMatch "/realms/[^/]+$" .issuer) -}}
{{- $wrong = append $wrong (printf "keycloak.issuer is '%s' and must end with /realms/ and the realm's name, without a slash after it: that is how Keycloak names it in its tokens, and it is compared to the letter." .issuer) -}}
{{- end -}}
{{- end -}}
{{- $wrong | toYaml -}}
{{- end -}}

{{- define "sightline.checkRunning" -}}
{{- $wrong := list -}}
{{- with .Values.autoscaling -}}
{{- if and .enabled (lt (int .maxReplicas) (int .minReplicas)) -}}
{{- $wrong = append $wrong (printf "autoscaling.maxReplicas is %v and must not be less than autoscaling.minReplicas, %v." .maxReplicas .minReplicas) -}}
{{- end -}}
{{- end -}}
{{- $fewest := ternary .Values.autoscaling.minReplicas .Values.replicas .Values.autoscaling.enabled -}}
{{- if and .Values.podDisruptionBudget.enabled (gt (int $fewest) 1) (ge (int .Values.podDisruptionBudget.maxUnavailable) (int $fewest)) -}}
{{- $wrong = append $wrong (printf "podDisruptionBudget.maxUnavailable is %v of %v instances: nobody would answer while nodes are emptied." .Values.podDisruptionBudget.maxUnavailable $fewest) -}}
{{- end -}}
{{- $drain := add .Values.drain.delaySeconds .Values.drain.timeoutSeconds 20 -}}
{{- if lt (int .Values.terminationGracePeriodSeconds) (int $drain) -}}
{{- $wrong = append $wrong (printf "terminationGracePeriodSeconds is %v and must not be less than drain.delaySeconds, drain.timeoutSeconds and 20 together, %v: operations and imports would be killed while they end." .Values.terminationGracePeriodSeconds $drain) -}}
{{- end -}}
{{- with .Values.definitions -}}
{{- if and .configMap .persistentVolumeClaim -}}
{{- $wrong = append $wrong "definitions names a configMap and a persistentVolumeClaim: keep one." -}}
{{- end -}}
{{- if and .configMap (not .items) -}}
{{- $wrong = append $wrong "definitions.items is empty: say for each key of definitions.configMap in which folder it belongs, such as {key: cla-2026.yaml, path: mappings/cla-2026.yaml}." -}}
{{- end -}}
{{- end -}}
{{- if and (not .Values.serviceAccount.create) (or .Values.migration.enabled .Values.accessLog.detach.enabled) (not .Values.serviceAccount.migrationName) -}}
{{- $wrong = append $wrong "serviceAccount.migrationName is not set, and serviceAccount.create is false: name the account of the jobs that own the tables." -}}
{{- end -}}
{{- $wrong | toYaml -}}
{{- end -}}

{{- define "sightline.checkReached" -}}
{{- $wrong := list -}}
{{- with .Values.service -}}
{{- if and (ne .type "ClusterIP") (not .tls.endsBefore) -}}
{{- $wrong = append $wrong (printf "service.type is %s, by which the API is reached from outside without TLS: figures and tokens must not travel readable. Use the ingress, or set service.tls.endsBefore to true where something before the service ends TLS." .type) -}}
{{- end -}}
{{- end -}}
{{- with .Values.ingress -}}
{{- if .enabled -}}
{{- if not .hosts -}}
{{- $wrong = append $wrong "ingress.hosts is empty: name at least one host, such as sightline.example, or set ingress.enabled to false." -}}
{{- end -}}
{{- if and (not .tls.secret) (not .tls.endsBefore) -}}
{{- $wrong = append $wrong "ingress.tls.secret is not set: figures and tokens must not travel readable. Name the secret with the certificate, or set ingress.tls.endsBefore to true where something before the ingress ends TLS." -}}
{{- end -}}
{{- range .hosts -}}
{{- if not (regexMatch "^(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$" .) -}}
{{- $wrong = append $wrong (printf "ingress.hosts has '%s', which is no host's name: give it in lower case, without https:// and path, such as sightline.example." .) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $wrong | toYaml -}}
{{- end -}}

{{- define "sightline.checkSeen" -}}
{{- $wrong := list -}}
{{- with .Values.tracing -}}
{{- if and .enabled (not (regexMatch "^https?://[^/?#@ ]+" .endpoint)) -}}
{{- $wrong = append $wrong (printf "tracing.endpoint is '%s' and must be the collector's address, such as http://collector.observability:4318, or set tracing.enabled to false." .endpoint) -}}
{{- end -}}
{{- end -}}
{{- with .Values.monitoring.alerts -}}
{{- if and .enabled (not (regexMatch "^https?://[^/?# ]+" .runbooks)) -}}
{{- $wrong = append $wrong (printf "monitoring.alerts.runbooks is '%s' and must be the address at which your people read docs/guides/runbooks.md: each alert links to its part of that page." .runbooks) -}}
{{- end -}}
{{- end -}}
{{- $wrong | toYaml -}}
{{- end -}}
