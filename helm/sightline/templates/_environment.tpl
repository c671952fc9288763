{{/* As a map: what the instances and the jobs that own the tables are both told. */}}
{{- define "sightline.commonSettings" -}}
{{- with .Values.database }}
SIGHTLINE_DATABASE_URL: {{ printf "jdbc:postgresql://%s:%v/%s?sslmode=%s&sslrootcert=/etc/sightline/database-ca/ca.crt" .host .port .name .tls.mode | quote }}
SIGHTLINE_DATABASE_TLS: {{ ternary "VERIFIED" "AUTHORITY_ONLY" (eq .tls.mode "verify-full") }}
SIGHTLINE_DATABASE_APP_USERNAME: {{ .app.username | quote }}
SIGHTLINE_DATABASE_RELEASE_WRITER_USERNAME: {{ .releaseWriter.username | quote }}
{{- end }}
SIGHTLINE_LOGS: {{ .Values.logs | quote }}
{{- if or .Values.definitions.configMap .Values.definitions.persistentVolumeClaim }}
SIGHTLINE_DEFINITIONS: /etc/sightline/definitions
{{- end }}
{{- include "sightline.javaOptions" . }}
{{- end -}}

{{- define "sightline.javaOptions" -}}
{{- $options := list -}}
{{- if .Values.java.trustStore.configMap -}}
{{- $options = list "-Djavax.net.ssl.trustStore=/etc/sightline/trust-store/trust.p12" "-Djavax.net.ssl.trustStoreType=PKCS12" -}}
{{- end -}}
{{- if .Values.java.options -}}
{{- $options = append $options .Values.java.options -}}
{{- end -}}
{{- with $options }}
JDK_JAVA_OPTIONS: {{ join " " . | quote }}
{{- end -}}
{{- end -}}

{{/* As a map: what only the instances are told. */}}
{{- define "sightline.serviceSettings" -}}
SIGHTLINE_HOST: 0.0.0.0
SIGHTLINE_PORT: "8080"
SIGHTLINE_MANAGEMENT_PORT: "8081"
SIGHTLINE_DATABASE_CONNECTIONS: {{ .Values.database.connections | quote }}
SIGHTLINE_DRAIN_DELAY: {{ printf "%vs" .Values.drain.delaySeconds }}
SIGHTLINE_DRAIN_TIMEOUT: {{ printf "%vs" .Values.drain.timeoutSeconds }}
SIGHTLINE_SLOW_OPERATION: {{ .Values.slowOperation }}
SIGHTLINE_UPLOAD_SPACE: {{ include "sightline.amount" .Values.temporaryFiles.sizeLimit | float64 | int64 | quote }}
SIGHTLINE_ANONYMOUS: {{ .Values.anonymous }}
SIGHTLINE_GRAPHQL_STATUSES: {{ .Values.graphqlStatuses }}
{{- with .Values.clientAddressHeader }}
SIGHTLINE_CLIENT_ADDRESS_HEADER: {{ . | quote }}
{{- end }}
{{- with .Values.keycloak }}
SIGHTLINE_KEYCLOAK_ISSUER: {{ .issuer | quote }}
SIGHTLINE_KEYCLOAK_AUDIENCE: {{ .audience | quote }}
SIGHTLINE_KEYCLOAK_CLOCK_SKEW: {{ .clockSkew }}
{{- if .provisioner.secret }}
SIGHTLINE_KEYCLOAK_PROVISIONER_CLIENT_ID: {{ .provisioner.clientId | quote }}
{{- end }}
{{- end }}
{{- if .Values.tracing.enabled }}
SIGHTLINE_OTLP_ENDPOINT: {{ .Values.tracing.endpoint | quote }}
{{- end }}
{{- range $name, $value := .Values.limits }}
{{- /* Helm reads large numbers as floating ones: 2000000 would become 2e+06. */}}
SIGHTLINE_LIMITS_{{ $name }}: {{ ternary $value (int64 $value | toString) (kindIs "string" $value) | quote }}
{{- end }}
{{- end -}}

{{/* One secret's value: a list of the variable's name and of where its secret is. */}}
{{- define "sightline.secretValue" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ (index . 1).secret }}
      key: {{ (index . 1).key }}
{{- end -}}

{{- define "sightline.serviceSecrets" -}}
{{- with .Values.database }}
{{ include "sightline.secretValue" (list "SIGHTLINE_DATABASE_APP_PASSWORD" .app) }}
{{ include "sightline.secretValue" (list "SIGHTLINE_DATABASE_RELEASE_WRITER_PASSWORD" .releaseWriter) }}
{{- end }}
{{ include "sightline.secretValue" (list "SIGHTLINE_CURSOR_KEY" .Values.cursorKey) }}
{{- if .Values.cursorKey.before.secret }}
{{ include "sightline.secretValue" (list "SIGHTLINE_CURSOR_KEY_BEFORE" .Values.cursorKey.before) }}
{{- end }}
{{- if .Values.keycloak.provisioner.secret }}
{{ include "sightline.secretValue" (list "SIGHTLINE_KEYCLOAK_PROVISIONER_CLIENT_SECRET" .Values.keycloak.provisioner) }}
{{- end }}
{{- end -}}

{{/* The jobs that own the tables: written out, because the first one runs before there is a config map. */}}
{{- define "sightline.ownerEnvironment" -}}
{{- range $name, $value := include "sightline.commonSettings" . | fromYaml }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
- name: SIGHTLINE_DATABASE_OWNER_USERNAME
  value: {{ .Values.database.owner.username | quote }}
{{ include "sightline.secretValue" (list "SIGHTLINE_DATABASE_OWNER_PASSWORD" .Values.database.owner) }}
{{- end -}}

{{- define "sightline.migrationEnvironment" -}}
{{ include "sightline.ownerEnvironment" . }}
{{ include "sightline.secretValue" (list "SIGHTLINE_DATABASE_APP_PASSWORD" .Values.database.app) }}
{{ include "sightline.secretValue" (list "SIGHTLINE_DATABASE_RELEASE_WRITER_PASSWORD" .Values.database.releaseWriter) }}
- name: SIGHTLINE_MIGRATION_LOCK_TIMEOUT
  value: {{ .Values.migration.lockTimeout | quote }}
- name: SIGHTLINE_MIGRATION_STATEMENT_TIMEOUT
  value: {{ .Values.migration.statementTimeout | quote }}
{{- end -}}
