SELECT part.report_id, part.workstream_id, part.position, part.name, part.theme_code, part.stated_total,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM status_report_workstream AS part JOIN status_report ON status_report.id = part.report_id
JOIN plan ON plan.id = status_report.plan_id
WHERE part.report_id = ANY (?)
  AND (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
  AND (plan.owner_organisation_id = (SELECT viewer_organisation()) OR status_report.written_while = 'PUBLISHED'
    OR (status_report.written_while = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
ORDER BY part.report_id, part.position, part.workstream_id
