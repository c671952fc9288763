-- Actions as reports have them. The first day of one is told to other organisations where it was set while the plan was shown to them;
-- an action that is out of sight today is none of which that is known.
SELECT reported.report_id, reported.action_id, reported.workstream_id, reported.reference, reported.text, reported.status_code,
  reported.state,
  CASE WHEN plan.owner_organisation_id = (SELECT viewer_organisation()) OR action.first_day_set_while = 'PUBLISHED'
      OR (action.first_day_set_while = 'SHARED'
        AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[]))
    THEN reported.original_due_on END AS original_due_on,
  reported.due_on, reported.completed_on, reported.has_impact, reported.times_re_dated,
  reported.times_reopened,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM status_report_action AS reported
JOIN status_report ON status_report.id = reported.report_id
JOIN plan ON plan.id = status_report.plan_id
JOIN status_report_workstream AS part
  ON part.report_id = reported.report_id AND part.workstream_id = reported.workstream_id
LEFT JOIN action ON action.id = reported.action_id
WHERE reported.report_id = ANY (?)
  AND (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
  AND (plan.owner_organisation_id = (SELECT viewer_organisation()) OR status_report.written_while = 'PUBLISHED'
    OR (status_report.written_while = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
ORDER BY reported.report_id, part.position, natural_order(reported.reference), reported.action_id
