-- has_value: a value of what the indicator means where nothing else is said, not only of some part of it.
INSERT INTO edition_coverage (edition_id, owner_key, indicator_id, period_id, has_value)
SELECT ?::int, ?::int, staged_coverage.indicator_id, staged_period.id,
  bool_or(staged_coverage.missing IS NULL AND staged_breakdown.code = indicator.default_breakdown)
FROM staged_coverage
JOIN staged_period ON staged_period.number = staged_coverage.period
JOIN staged_breakdown ON staged_breakdown.number = staged_coverage.breakdown
JOIN indicator ON indicator.id = staged_coverage.indicator_id
GROUP BY staged_coverage.indicator_id, staged_period.id
ON CONFLICT DO NOTHING
