{{/* Names. Whoever writes a password where a secret's name belongs finds it in no message. */}}
{{- define "sightline.checkNames" -}}
{{- $wrong := list -}}
{{- range $at, $secret := include "sightline.secretReferences" . | fromYaml -}}
{{- $isOptional := has $at (list "keycloak.provisioner" "cursorKey.before") -}}
{{- if not (or (and $isOptional (empty $secret.secret)) (regexMatch "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$" $secret.secret)) -}}
{{- $wrong = append $wrong (printf "%s.secret is no secret's name: it names a secret that is there already, in lower case; a password is never a value." $at) -}}
{{- end -}}
{{- if not (regexMatch "^[A-Za-z0-9._-]{1,253}$" $secret.key) -}}
{{- $wrong = append $wrong (printf "%s.key is no key of a secret: it says under what name the secret holds it; a password is never a value." $at) -}}
{{- end -}}
{{- end -}}
{{- range $at, $image := dict "image" .Values.image "toolsImage" .Values.toolsImage -}}
{{- if not (kindIs "string" $image.tag) -}}
{{- $wrong = append $wrong (printf "%s.tag is a number to YAML, which takes 1.10 for 1.1: put it in quotes." $at) -}}
{{- end -}}
{{- end -}}
{{- range $key, $_ := .Values.podLabels -}}
{{- if or (hasPrefix "app.kubernetes.io/" $key) (hasPrefix "helm.sh/" $key) -}}
{{- $wrong = append $wrong (printf "podLabels has '%s', which the chart sets itself: selectors and network policies are made of such labels. Give it another name." $key) -}}
{{- end -}}
{{- end -}}
{{- $wrong | toYaml -}}
{{- end -}}

{{- define "sightline.secretReferences" -}}
database.owner: {{ pick .Values.database.owner "secret" "key" | toJson }}
database.app: {{ pick .Values.database.app "secret" "key" | toJson }}
database.releaseWriter: {{ pick .Values.database.releaseWriter "secret" "key" | toJson }}
keycloak.provisioner: {{ pick .Values.keycloak.provisioner "secret" "key" | toJson }}
cursorKey: {{ pick .Values.cursorKey "secret" "key" | toJson }}
cursorKey.before: {{ pick .Values.cursorKey.before "secret" "key" | toJson }}
{{- end -}}
