{{/* Counted within one version, so that a rolling update does not look like a crowd. */}}
{{- define "sightline.topologySpread" -}}
{{- $constraints := list -}}
{{- with .Values.topologySpread.zones }}{{ $constraints = append $constraints (list "topology.kubernetes.io/zone" .) }}{{ end -}}
{{- with .Values.topologySpread.nodes }}{{ $constraints = append $constraints (list "kubernetes.io/hostname" .) }}{{ end -}}
{{- if $constraints }}
topologySpreadConstraints:
  {{- range $constraints }}
  - topologyKey: {{ index . 0 }}
    whenUnsatisfiable: {{ index . 1 }}
    maxSkew: 1
    labelSelector:
      matchLabels:
        {{- include "sightline.selectorLabels" $ | nindent 8 }}
        app.kubernetes.io/component: api
    matchLabelKeys:
      - pod-template-hash
  {{- end }}
{{- end }}
{{- end -}}
