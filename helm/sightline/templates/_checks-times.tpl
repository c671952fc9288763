{{/* What must not take longer than something else, and when something is done. */}}
{{- define "sightline.checkTimes" -}}
{{- $wrong := list -}}
{{- with .Values.migration -}}
{{- if and .enabled (gt (include "sightline.seconds" .statementTimeout | float64) (float64 .activeDeadlineSeconds)) -}}
{{- $wrong = append $wrong (printf "migration.statementTimeout is %s and must not be more than migration.activeDeadlineSeconds, %v: the job would be given up while a statement runs." .statementTimeout .activeDeadlineSeconds) -}}
{{- end -}}
{{- end -}}
{{- $start := mul .Values.probes.startup.periodSeconds .Values.probes.startup.failureThreshold -}}
{{- if lt (int $start) 150 -}}
{{- $wrong = append $wrong (printf "probes.startup gives an instance %v seconds to start, and must give it 150: periodSeconds times failureThreshold. It waits up to two minutes for Keycloak." $start) -}}
{{- end -}}
{{- with .Values.monitoring.serviceMonitor -}}
{{- if and .enabled (gt (include "sightline.seconds" .scrapeTimeout | float64) (include "sightline.seconds" .interval | float64)) -}}
{{- $wrong = append $wrong (printf "monitoring.serviceMonitor.scrapeTimeout is %s and must not be more than monitoring.serviceMonitor.interval, %s: the Prometheus operator refuses it." .scrapeTimeout .interval) -}}
{{- end -}}
{{- end -}}
{{- if not (hasPrefix "@" .Values.accessLog.detach.schedule) -}}
{{- $wrong = concat $wrong (include "sightline.checkSchedule" .Values.accessLog.detach.schedule | fromYamlArray) -}}
{{- end -}}
{{- $wrong | toYaml -}}
{{- end -}}

{{/* The five fields of a cron schedule: numbers, ranges, steps and lists of them. */}}
{{- define "sightline.checkSchedule" -}}
{{- $wrong := list -}}
{{- $schedule := . -}}
{{- $fields := list (list "minute" 0 59) (list "hour" 0 23) (list "day of the month" 1 31) (list "month" 1 12) (list "day of the week" 0 6) -}}
{{- range $index, $text := splitList " " $schedule -}}
{{- $field := index $fields $index -}}
{{- $holds := true -}}
{{- range splitList "," $text -}}
{{- if not (regexMatch "^([*]|[0-9]{1,2}(-[0-9]{1,2})?)(/[1-9][0-9]?)?$" .) -}}
{{- $holds = false -}}
{{- else -}}
{{- $ends := regexReplaceAll "/.*" . "" | replace "*" (toString (index $field 1)) | splitList "-" -}}
{{- $from := first $ends | float64 | int -}}
{{- $to := last $ends | float64 | int -}}
{{- if or (lt $from (index $field 1)) (gt $to (index $field 2)) (gt $from $to) -}}
{{- $holds = false -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if not $holds -}}
{{- $wrong = append $wrong (printf "accessLog.detach.schedule is '%s', and its %s, '%s', is none: give numbers from %v to %v, as cron writes them." $schedule (first $field) $text (index $field 1) (index $field 2)) -}}
{{- end -}}
{{- end -}}
{{- $wrong | toYaml -}}
{{- end -}}
