-- Inspections in sight with what each source says of them, a row for each account. Row-level security guards; who may see an
-- inspection is said all the same, so that the query stands by itself. An embargo that is over leaves a published inspection.
SELECT inspection.id, inspection.council_id, inspection.framework_code, inspection.owner_organisation_id, inspection.version,
  CASE WHEN inspection.embargoed_until <= now() THEN 'PUBLISHED' ELSE inspection.access_class END AS access_class,
  CASE WHEN inspection.embargoed_until > now() THEN inspection.embargoed_until END AS embargoed_until,
  CASE WHEN inspection.access_class = 'SHARED'
      AND inspection.owner_organisation_id IS DISTINCT FROM (SELECT viewer_organisation())
    THEN inspection.owner_organisation_id END AS shared_by,
  account.id AS account_id, account.type_code, account.starts_on, account.ends_on, account.precision, account.published_on,
  account.is_published, account.visit_themes, account.lead_inspector, account.report_url, account.outcome,
  account.source_line, account.paragraph,
  source.id AS source_id, source.kind AS source_kind, source.title AS source_title, source.publisher AS source_publisher,
  source.published_on AS source_published_on, source.file_name AS source_file_name
FROM inspection
LEFT JOIN inspection_account AS account ON account.inspection_id = inspection.id
LEFT JOIN inspection_source AS source ON source.id = account.source_id
WHERE (inspection.access_class = 'PUBLISHED'
    OR (inspection.access_class = 'EMBARGOED' AND inspection.embargoed_until <= now())
    OR inspection.owner_organisation_id = (SELECT viewer_organisation())
    OR (inspection.access_class = 'SHARED'
      AND inspection.owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::integer[])))
