-- Actions of plans in the viewer's sight. What was re-dated or reopened before an action came here is counted with what was since.
-- Other organisations are told what was written while the plan was shown to them: the first day, that an action was taken out, and
-- the hour of the last change, of which the day, as London counts it, is told to all.
SELECT action.id, action.plan_id, plan.scheme_id, action.workstream_id, action.owner_organisation_id, action.reference, action.text,
  action.owner_role, action.in_order, workstream.position AS workstream_position,
  CASE WHEN plan.owner_organisation_id = (SELECT viewer_organisation()) OR action.first_day_set_while = 'PUBLISHED'
      OR (action.first_day_set_while = 'SHARED'
        AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[]))
    THEN action.original_due_on END AS original_due_on,
  action.due_on, action.status_code, action.started_on, action.completed_on,
  action.removed_at, action.source, action.paragraph, action.created_at,
  CASE WHEN plan.owner_organisation_id = (SELECT viewer_organisation()) OR action.changed_while = 'PUBLISHED'
      OR (action.changed_while = 'SHARED'
        AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[]))
    THEN action.changed_at ELSE date_trunc('day', action.changed_at, 'Europe/London') END AS changed_at,
  action.version,
  action.re_dated_before + counted.re_dated AS times_re_dated, action.reopened_before + counted.reopened AS times_reopened,
  evidence.impact_on,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM action JOIN plan ON plan.id = action.plan_id JOIN workstream ON workstream.id = action.workstream_id
LEFT JOIN LATERAL (
  SELECT count(*) FILTER (WHERE action_change.kind = 'RE_DATED') AS re_dated,
    count(*) FILTER (WHERE action_change.kind = 'REOPENED') AS reopened
  FROM action_change WHERE action_change.action_id = action.id) AS counted ON true
LEFT JOIN LATERAL (
  SELECT min(impact_evidence.recorded_on) AS impact_on
  FROM impact_evidence WHERE impact_evidence.action_id = action.id) AS evidence ON true
WHERE (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
  AND (action.removed_at IS NULL OR plan.owner_organisation_id = (SELECT viewer_organisation()) OR action.removed_while = 'PUBLISHED'
    OR (action.removed_while = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
