{{/* What all resources are called; short enough for the longest ending that Kubernetes allows a cron job. */}}
{{- define "sightline.fullname" -}}
{{- $name := ternary .Release.Name (printf "%s-%s" .Release.Name .Chart.Name) (contains .Chart.Name .Release.Name) -}}
{{- default $name .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* What never changes between releases: selectors are made of it. */}}
{{- define "sightline.selectorLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "sightline.labels" -}}
{{ include "sightline.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* How many instances there are at the least, unless some are away. */}}
{{- define "sightline.fewestInstances" -}}
{{- ternary .Values.autoscaling.minReplicas .Values.replicas .Values.autoscaling.enabled | int -}}
{{- end -}}

{{/* Of an image: repository, tag, digest, and the tag where none is set. */}}
{{- define "sightline.imageName" -}}
{{- if .image.digest -}}
{{ .image.repository }}@{{ .image.digest }}
{{- else -}}
{{ .image.repository }}:{{ default .usual .image.tag }}
{{- end -}}
{{- end -}}

{{- define "sightline.image" -}}
{{ include "sightline.imageName" (dict "image" .Values.image "usual" .Chart.AppVersion) }}
{{- end -}}

{{- define "sightline.toolsImage" -}}
{{ include "sightline.imageName" (dict "image" .Values.toolsImage "usual" "latest") }}
{{- end -}}

{{- define "sightline.serviceAccountName" -}}
{{- default (ternary (include "sightline.fullname" .) "default" .Values.serviceAccount.create) .Values.serviceAccount.name -}}
{{- end -}}

{{- define "sightline.migrationAccountName" -}}
{{- default (printf "%s-migration" (include "sightline.fullname" .)) .Values.serviceAccount.migrationName -}}
{{- end -}}

{{/* Not to be changed by values: the image is made for it, and nothing of it is needed otherwise. */}}
{{- define "sightline.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "sightline.containerSecurity" -}}
runAsNonRoot: true
readOnlyRootFilesystem: true
allowPrivilegeEscalation: false
capabilities:
  drop:
    - ALL
{{- end -}}

{{/* What every pod has in common. */}}
{{- define "sightline.pod" -}}
automountServiceAccountToken: false
# Kubernetes would set SIGHTLINE_PORT to an address of the service called sightline, and so on for others.
enableServiceLinks: false
securityContext:
  {{- include "sightline.podSecurity" . | nindent 2 }}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* What the instances, and the jobs that own the tables, have mounted. */}}
{{- define "sightline.mounts" -}}
- name: temporary
  mountPath: /tmp
- name: database-ca
  mountPath: /etc/sightline/database-ca
  readOnly: true
{{- if or .Values.definitions.configMap .Values.definitions.persistentVolumeClaim }}
- name: definitions
  mountPath: /etc/sightline/definitions
  readOnly: true
{{- end }}
{{- if .Values.java.trustStore.configMap }}
- name: trust-store
  mountPath: /etc/sightline/trust-store
  readOnly: true
{{- end }}
{{- end -}}

{{- define "sightline.volumes" -}}
- name: temporary
  emptyDir:
    sizeLimit: {{ .Values.temporaryFiles.sizeLimit }}
- name: database-ca
  {{- with .Values.database.tls.certificateAuthority }}
  {{- if .secret }}
  secret:
    secretName: {{ .secret }}
    defaultMode: 0440
  {{- else }}
  configMap:
    name: {{ .configMap }}
  {{- end }}
    items:
      - key: {{ .key }}
        path: ca.crt
  {{- end }}
{{- with .Values.definitions }}
{{- if .configMap }}
- name: definitions
  configMap:
    name: {{ .configMap }}
    items:
      {{- toYaml .items | nindent 6 }}
{{- else if .persistentVolumeClaim }}
- name: definitions
  persistentVolumeClaim:
    claimName: {{ .persistentVolumeClaim }}
    readOnly: true
{{- end }}
{{- end }}
{{- with .Values.java.trustStore }}
{{- if .configMap }}
- name: trust-store
  configMap:
    name: {{ .configMap }}
    items:
      - key: {{ .key }}
        path: trust.p12
{{- end }}
{{- end }}
{{- end -}}

{{- define "sightline.toolsResources" -}}
requests:
  cpu: 10m
  memory: 16Mi
limits:
  memory: 32Mi
{{- end -}}
