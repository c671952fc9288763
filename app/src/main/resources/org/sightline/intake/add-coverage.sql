INSERT INTO edition_coverage (edition_id, indicator_id, period_id)
SELECT DISTINCT ?::int, staged_coverage.indicator_id, staged_period.id
FROM staged_coverage JOIN staged_period ON staged_period.number = staged_coverage.period
ON CONFLICT DO NOTHING
