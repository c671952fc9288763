INSERT INTO status_report_action (report_id, owner_organisation_id, action_id, workstream_id, reference, text, status_code, state,
  original_due_on, due_on, completed_on, has_impact, times_re_dated, times_reopened)
SELECT ?, action.owner_organisation_id, action.id, action.workstream_id, action.reference, action.text, action.status_code,
  coalesce(scheme_status.state, 'NOT_STATED'), action.original_due_on, action.due_on, action.completed_on,
  EXISTS (SELECT FROM impact_evidence WHERE impact_evidence.action_id = action.id AND impact_evidence.recorded_on <= ?),
  action.re_dated_before + counted.re_dated, action.reopened_before + counted.reopened
FROM action
JOIN plan ON plan.id = action.plan_id
LEFT JOIN scheme_status ON scheme_status.scheme_id = plan.scheme_id AND scheme_status.code = action.status_code
LEFT JOIN LATERAL (
  SELECT count(*) FILTER (WHERE action_change.kind = 'RE_DATED') AS re_dated,
    count(*) FILTER (WHERE action_change.kind = 'REOPENED') AS reopened
  FROM action_change WHERE action_change.action_id = action.id) AS counted ON true
WHERE action.plan_id = ? AND action.removed_at IS NULL
