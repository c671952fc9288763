-- Reports of plans in the viewer's sight that were written while the plan was shown to the viewer, each with whether a correction of
-- it has come that the viewer sees. Who issued one is for the own organisation alone.
SELECT status_report.id, status_report.plan_id, coalesce(status_report.scheme_id, plan.scheme_id) AS scheme_id, status_report.as_at,
  status_report.as_at_precision, status_report.revision, status_report.title, status_report.stated_total, status_report.made_from,
  status_report.source, status_report.paragraph, status_report.issued_at,
  CASE WHEN plan.owner_organisation_id = (SELECT viewer_organisation()) THEN status_report.issued_by_name END AS issued_by_name,
  NOT EXISTS (
    SELECT FROM status_report AS later
    WHERE later.plan_id = status_report.plan_id AND later.as_at = status_report.as_at AND later.revision > status_report.revision
      AND (plan.owner_organisation_id = (SELECT viewer_organisation()) OR later.written_while = 'PUBLISHED'
        OR (later.written_while = 'SHARED'
          AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[]))))
    AS is_newest_revision,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM status_report JOIN plan ON plan.id = status_report.plan_id
WHERE (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
  AND (plan.owner_organisation_id = (SELECT viewer_organisation()) OR status_report.written_while = 'PUBLISHED'
    OR (status_report.written_while = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
