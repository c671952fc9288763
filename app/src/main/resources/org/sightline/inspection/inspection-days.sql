-- Inspections of some councils in sight, each with the day by which it is ordered and the type, both from the source of best
-- precedence that says anything, as they are shown. Without any day it stands at the end.
SELECT inspection.id, inspection.framework_code,
  CASE WHEN inspection.access_class = 'SHARED'
      AND inspection.owner_organisation_id IS DISTINCT FROM (SELECT viewer_organisation())
    THEN inspection.owner_organisation_id END AS shared_by,
  coalesce(
    (array_agg(account.starts_on ORDER BY source.precedence, source.published_on DESC NULLS LAST, source.id DESC)
      FILTER (WHERE account.starts_on IS NOT NULL))[1],
    (array_agg(account.published_on ORDER BY source.precedence, source.published_on DESC NULLS LAST, source.id DESC)
      FILTER (WHERE account.published_on IS NOT NULL))[1],
    '1900-01-01') AS day,
  (array_agg(account.type_code ORDER BY source.precedence, source.published_on DESC NULLS LAST, source.id DESC)
    FILTER (WHERE account.type_code IS NOT NULL))[1] AS type_code
FROM inspection
LEFT JOIN inspection_account AS account ON account.inspection_id = inspection.id
LEFT JOIN inspection_source AS source ON source.id = account.source_id
WHERE inspection.council_id = ANY (?::int[])
  AND (?::text[] IS NULL OR inspection.framework_code = ANY (?::text[]))
  AND (inspection.access_class = 'PUBLISHED'
    OR (inspection.access_class = 'EMBARGOED' AND inspection.embargoed_until <= now())
    OR inspection.owner_organisation_id = (SELECT viewer_organisation())
    OR (inspection.access_class = 'SHARED'
      AND inspection.owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::integer[])))
GROUP BY inspection.id
