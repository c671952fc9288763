SELECT status_report_count.report_id, status_report_count.workstream_id, status_report_count.status_code,
  status_report_count.status_name, status_report_count.status_meaning, status_report_count.state, status_report_count.position,
  status_report_count.actions,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM status_report_count JOIN status_report ON status_report.id = status_report_count.report_id
JOIN plan ON plan.id = status_report.plan_id
WHERE status_report_count.report_id = ANY (?)
  AND (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
  AND (plan.owner_organisation_id = (SELECT viewer_organisation()) OR status_report.written_while = 'PUBLISHED'
    OR (status_report.written_while = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
ORDER BY status_report_count.report_id, status_report_count.position, status_report_count.status_code
