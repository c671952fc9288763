-- An organisation's records by kind: those that are shared, and those that nobody else sees. What is public is neither. A finding
-- is seen with its inspection only.
WITH ours AS (
  SELECT 1 AS place, 'INSPECTION' AS kind, access_class, embargoed_until, true AS is_shown
  FROM inspection WHERE owner_organisation_id = ?
  UNION ALL
  SELECT 2, 'FINDING', finding.access_class, finding.embargoed_until, inspection.access_class IN ('PUBLISHED', 'SHARED')
    OR (inspection.access_class = 'EMBARGOED' AND inspection.embargoed_until <= now())
  FROM finding JOIN inspection ON inspection.id = finding.inspection_id WHERE finding.owner_organisation_id = ?
  UNION ALL
  SELECT 3, 'INTERVENTION', access_class, embargoed_until, true FROM intervention WHERE owner_organisation_id = ?
  UNION ALL
  SELECT 4, 'CHILDRENS_HOME_COUNT', access_class, embargoed_until, true FROM childrens_home_count WHERE owner_organisation_id = ?
  UNION ALL
  SELECT 5, 'PLAN', access_class, embargoed_until, true FROM plan WHERE owner_organisation_id = ?)
SELECT kind, count(*) FILTER (WHERE access_class = 'SHARED' AND is_shown) AS shared,
  count(*) FILTER (WHERE access_class = 'COUNCIL_ONLY' OR (access_class = 'EMBARGOED' AND embargoed_until > now())
    OR NOT is_shown) AS hidden
FROM ours
GROUP BY place, kind
ORDER BY place
