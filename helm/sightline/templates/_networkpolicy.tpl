{{/* Ways out that the instances and the jobs that own the tables both need: names and PostgreSQL. */}}
{{- define "sightline.egressToDatabase" -}}
- to:
    {{- toYaml .Values.networkPolicy.dnsTo | nindent 4 }}
  ports:
    {{- include "sightline.dnsPorts" . | trim | nindent 4 }}
{{ include "sightline.egress" (list .Values.networkPolicy.databaseTo .Values.database.port) }}
{{- end -}}

{{- define "sightline.dnsPorts" -}}
{{- range list "UDP" "TCP" }}
- protocol: {{ . }}
  port: {{ $.Values.networkPolicy.dnsPort }}
{{- end }}
{{- end -}}

{{/* A way out: a list of whereto and of the port. */}}
{{- define "sightline.egress" -}}
- ports:
    - protocol: TCP
      port: {{ index . 1 }}
  {{- with index . 0 }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}
