-- One slice of lines: a statement keeps its foreign keys' checks in memory until it ends.
INSERT INTO observation (indicator_id, edition_id, period_id, breakdown_id, area_id, owner_organisation_id,
  access_class, embargoed_until,
  value, missing, numerator, numerator_missing, denominator, denominator_missing, derived,
  source_file_id, source_name, source_line)
SELECT staged.indicator_id, ?, staged_period.id, staged_breakdown.id, staged.area_id, ?,
  ?, ?::timestamptz,
  staged.value, staged.missing, staged.numerator, staged.numerator_missing, staged.denominator,
  staged.denominator_missing, staged.derived, ?, coalesce(staged.source_name, ?), staged.source_line
FROM staged
JOIN staged_period ON staged_period.number = staged.period
JOIN staged_breakdown ON staged_breakdown.number = staged.breakdown
WHERE staged.indicator_id > 0 AND staged.line BETWEEN ? AND ?
