-- Findings in sight. A finding's owner may be another than its inspection's, and both must be in sight.
SELECT finding.id, finding.inspection_id, finding.council_id, finding.owner_organisation_id, finding.kind, finding.number,
  finding.theme_code, finding.area_code, inspection.framework_code, finding.text, finding.source, finding.paragraph,
  finding.version, finding.recorded_at,
  CASE WHEN finding.embargoed_until <= now() THEN 'PUBLISHED' ELSE finding.access_class END AS access_class,
  CASE WHEN finding.embargoed_until > now() THEN finding.embargoed_until END AS embargoed_until,
  CASE WHEN finding.access_class = 'SHARED'
      AND finding.owner_organisation_id IS DISTINCT FROM (SELECT viewer_organisation())
    THEN finding.owner_organisation_id END AS shared_by
FROM finding JOIN inspection ON inspection.id = finding.inspection_id
WHERE (finding.access_class = 'PUBLISHED'
    OR (finding.access_class = 'EMBARGOED' AND finding.embargoed_until <= now())
    OR finding.owner_organisation_id = (SELECT viewer_organisation())
    OR (finding.access_class = 'SHARED'
      AND finding.owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::integer[])))
  AND (inspection.access_class = 'PUBLISHED'
    OR (inspection.access_class = 'EMBARGOED' AND inspection.embargoed_until <= now())
    OR inspection.owner_organisation_id = (SELECT viewer_organisation())
    OR (inspection.access_class = 'SHARED'
      AND inspection.owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::integer[])))
