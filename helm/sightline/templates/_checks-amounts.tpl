{{/* What pods may use, and what Java is told. */}}
{{- define "sightline.checkAmounts" -}}
{{- $wrong := list -}}
{{- range $at, $resources := dict "resources" .Values.resources "migration.resources" .Values.migration.resources -}}
{{- range $what, $limit := $resources.limits -}}
{{- $request := get $resources.requests $what -}}
{{- if and $request (lt (include "sightline.amount" $limit | float64) (include "sightline.amount" $request | float64)) -}}
{{- $wrong = append $wrong (printf "%s.limits.%s is %v and must not be less than %s.requests.%s, %v: Kubernetes refuses such pods." $at $what $limit $at $what $request) -}}
{{- end -}}
{{- end -}}
{{- with index $resources.limits "ephemeral-storage" -}}
{{- if gt (include "sightline.amount" $.Values.temporaryFiles.sizeLimit | float64) (include "sightline.amount" . | float64) -}}
{{- $wrong = append $wrong (printf "temporaryFiles.sizeLimit is %v and must not be more than %s.limits.ephemeral-storage, %v: a pod would be evicted before its folder is full." $.Values.temporaryFiles.sizeLimit $at .) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if lt (include "sightline.amount" .Values.temporaryFiles.sizeLimit | float64) (include "sightline.amount" "2Gi" | float64) -}}
{{- $wrong = append $wrong (printf "temporaryFiles.sizeLimit is %v and must be 2Gi or more: one uploaded file may have 1 GB." .Values.temporaryFiles.sizeLimit) -}}
{{- end -}}
{{- $options := .Values.java.options -}}
{{- $heap := regexFind "-Xmx[0-9]+[kKmMgG]?( |$)" $options | trim | trimPrefix "-Xmx" -}}
{{- $limit := .Values.resources.limits.memory -}}
{{- if $heap -}}
{{- $bytes := include "sightline.amount" (regexReplaceAll "([kmg])$" (lower $heap) "${1}i" | replace "ki" "Ki" | replace "mi" "Mi" | replace "gi" "Gi") | float64 -}}
{{- if ge $bytes (include "sightline.amount" $limit | float64) -}}
{{- $wrong = append $wrong (printf "java.options has -Xmx%s and must leave room in resources.limits.memory, %v: Java needs more than its heap, and a pod beyond its limit is ended." $heap $limit) -}}
{{- end -}}
{{- if contains "-XX:MaxRAMPercentage" $options -}}
{{- $wrong = append $wrong "java.options has -Xmx and -XX:MaxRAMPercentage: keep one, because Java passes over the second." -}}
{{- end -}}
{{- end -}}
{{- if regexMatch "(^|\\s)[\"']?-Dsightline[.]" $options -}}
{{- $wrong = append $wrong "java.options has -Dsightline...: a setting of Sightline's has a value of its own here, and a password would stand in the log, where Java prints its options." -}}
{{- end -}}
{{- if regexMatch "(^|\\s)[\"']?-Djavax[.]net[.]ssl[.]" $options -}}
{{- $wrong = append $wrong "java.options has -Djavax.net.ssl...: whose certificates Java trusts is said by java.trustStore." -}}
{{- end -}}
{{- $wrong | toYaml -}}
{{- end -}}

{{/* A quantity of Kubernetes as a number. */}}
{{- define "sightline.amount" -}}
{{- $units := dict "m" 0.001 "" 1.0 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "Ki" 1024.0 "Mi" 1048576.0 "Gi" 1073741824.0 "Ti" 1099511627776.0 -}}
{{- $text := toString . -}}
{{- $unit := regexFind "[A-Za-z]*$" $text -}}
{{- printf "%f" (mulf (trimSuffix $unit $text | float64) (get $units $unit)) -}}
{{- end -}}

{{/* A time such as 10m in seconds. */}}
{{- define "sightline.seconds" -}}
{{- $units := dict "ms" 0.001 "s" 1.0 "m" 60.0 "h" 3600.0 -}}
{{- $unit := regexFind "[a-z]+$" . -}}
{{- printf "%f" (mulf (trimSuffix $unit . | float64) (get $units $unit)) -}}
{{- end -}}
