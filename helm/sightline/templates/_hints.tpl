{{/* What is allowed and may still be wrong: for the notes, each after the word "look". */}}
{{- define "sightline.hints" -}}
{{- $hints := list -}}
{{- if and .Values.ingress.enabled (not .Values.clientAddressHeader) -}}
{{- $hints = append $hints "clientAddressHeader is empty, while there is an ingress: all who have not signed in share one budget. Name the header in which your ingress controller itself writes a client's address, such as X-Real-IP." -}}
{{- end -}}
{{- $policy := .Values.networkPolicy -}}
{{- if $policy.enabled -}}
{{- $issuer := include "sightline.portOf" .Values.keycloak.issuer | int -}}
{{- if ne $issuer (int $policy.keycloakPort) -}}
{{- $hints = append $hints (printf "keycloak.issuer has port %v, and networkPolicy.keycloakPort is %v. That is right only where the way to Keycloak ends within this cluster, at a pod of that port." $issuer $policy.keycloakPort) -}}
{{- end -}}
{{- if .Values.tracing.enabled -}}
{{- $collector := include "sightline.portOf" .Values.tracing.endpoint | int -}}
{{- if ne $collector (int $policy.tracingPort) -}}
{{- $hints = append $hints (printf "tracing.endpoint has port %v, and networkPolicy.tracingPort is %v. That is right only where the collector's pods listen at that port." $collector $policy.tracingPort) -}}
{{- end -}}
{{- if not $policy.tracingTo -}}
{{- $hints = append $hints (printf "instances may go to port %v anywhere, while networkPolicy.tracingTo is empty." $policy.tracingPort) -}}
{{- end -}}
{{- end -}}
{{- if not $policy.databaseTo -}}
{{- $hints = append $hints (printf "instances may go to port %v anywhere, while networkPolicy.databaseTo is empty." .Values.database.port) -}}
{{- end -}}
{{- if not $policy.keycloakTo -}}
{{- $hints = append $hints (printf "instances may go to port %v anywhere, while networkPolicy.keycloakTo is empty." $policy.keycloakPort) -}}
{{- end -}}
{{- end -}}
{{- $hints | toYaml -}}
{{- end -}}

{{/* The port of an address, its own or the usual one. */}}
{{- define "sightline.portOf" -}}
{{- $port := regexFind ":[0-9]+(/|$)" . | trimAll ":/" -}}
{{- default (ternary "443" "80" (hasPrefix "https:" .)) $port -}}
{{- end -}}
