-- What was read, by owner, dataset and the grant that allowed it: an agreement before a protocol, the older before the newer.
-- A part without indicator and period is of records, which no narrowed grant opens: a bound on null is never met.
WITH granted AS MATERIALIZED (SELECT * FROM viewer_grants()),
shared AS MATERIALIZED (
  SELECT DISTINCT owner_organisation_id, protocol_id, indicator_id, period_id FROM shared_coverage() WHERE protocol_id IS NOT NULL
)
SELECT part.owner_organisation_id, part.dataset, allowed.agreement_id, allowed.protocol_id,
  sum(part.row_count) AS row_count,
  coalesce(array_agg(DISTINCT indicator.code ORDER BY indicator.code) FILTER (WHERE indicator.code IS NOT NULL), '{}')
    AS indicator_codes,
  coalesce(array_agg(DISTINCT period.code ORDER BY period.code) FILTER (WHERE period.code IS NOT NULL), '{}') AS period_codes
FROM unnest(?::int[], ?::text[], ?::int[], ?::int[], ?::int[])
  AS part (owner_organisation_id, dataset, indicator_id, period_id, row_count)
LEFT JOIN indicator ON indicator.id = part.indicator_id
LEFT JOIN period ON period.id = part.period_id
LEFT JOIN LATERAL (
  SELECT granted.agreement_id, granted.protocol_id
  FROM granted
  WHERE granted.owner_organisation_id = part.owner_organisation_id
    AND part.dataset = ANY (granted.datasets)
    AND (granted.indicator_ids IS NULL OR part.indicator_id = ANY (granted.indicator_ids))
    AND (granted.periods_from IS NULL OR period.starts_on >= granted.periods_from)
    AND (granted.periods_to IS NULL OR period.ends_on <= granted.periods_to)
    AND (NOT granted.is_reciprocal OR (part.indicator_id IS NULL AND viewer_has_released(part.dataset))
      OR (part.owner_organisation_id, granted.protocol_id, part.indicator_id, part.period_id) IN (SELECT * FROM shared))
  ORDER BY granted.agreement_id IS NULL, granted.since, granted.agreement_id, granted.protocol_id
  LIMIT 1) AS allowed ON true
GROUP BY part.owner_organisation_id, part.dataset, allowed.agreement_id, allowed.protocol_id
ORDER BY part.owner_organisation_id, part.dataset, allowed.agreement_id, allowed.protocol_id
