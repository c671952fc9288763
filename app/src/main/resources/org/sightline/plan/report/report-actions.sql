SELECT reported.report_id, reported.action_id, reported.workstream_id, reported.reference, reported.text, reported.status_code,
  reported.state, reported.original_due_on, reported.due_on, reported.completed_on, reported.has_impact, reported.times_re_dated,
  reported.times_reopened,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM status_report_action AS reported
JOIN status_report ON status_report.id = reported.report_id
JOIN plan ON plan.id = status_report.plan_id
JOIN status_report_workstream AS part
  ON part.report_id = reported.report_id AND part.workstream_id = reported.workstream_id
WHERE reported.report_id = ANY (?)
  AND (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
ORDER BY reported.report_id, part.position, natural_order(reported.reference), reported.action_id
