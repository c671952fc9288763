INSERT INTO edition_breakdown (edition_id, owner_key, indicator_id, period_id, breakdown_id)
SELECT DISTINCT ?::int, ?::int, staged_coverage.indicator_id, staged_period.id, staged_breakdown.id
FROM staged_coverage
JOIN staged_period ON staged_period.number = staged_coverage.period
JOIN staged_breakdown ON staged_breakdown.number = staged_coverage.breakdown
ON CONFLICT DO NOTHING
