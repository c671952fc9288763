-- Figures of the file that contradict those which stand in the same edition. Numbers compare as numbers.
SELECT staged.line, indicator.code AS indicator, area.name AS area, staged_period.code AS period,
  staged_breakdown.code AS breakdown,
  concat_ws(' ', coalesce(standing.value::text, standing.missing),
    'of', coalesce(standing.numerator::text, standing.numerator_missing, 'no numerator'),
    'and', coalesce(standing.denominator::text, standing.denominator_missing, 'no denominator')) AS standing,
  concat_ws(' ', coalesce(staged.value::text, staged.missing),
    'of', coalesce(staged.numerator::text, staged.numerator_missing, 'no numerator'),
    'and', coalesce(staged.denominator::text, staged.denominator_missing, 'no denominator')) AS given,
  count(*) OVER () AS differences
FROM staged
JOIN staged_period ON staged_period.number = staged.period
JOIN staged_breakdown ON staged_breakdown.number = staged.breakdown
JOIN observation AS standing
  ON standing.edition_id = ?
  AND standing.indicator_id = staged.indicator_id
  AND standing.period_id = staged_period.id
  AND standing.breakdown_id = staged_breakdown.id
  AND standing.area_id = staged.area_id
JOIN indicator ON indicator.id = staged.indicator_id
JOIN area ON area.id = staged.area_id
WHERE (staged.value, staged.missing, staged.numerator, staged.numerator_missing, staged.denominator,
    staged.denominator_missing)
  IS DISTINCT FROM (standing.value, standing.missing, standing.numerator, standing.numerator_missing,
    standing.denominator, standing.denominator_missing)
ORDER BY staged.line, indicator.code
LIMIT 100
