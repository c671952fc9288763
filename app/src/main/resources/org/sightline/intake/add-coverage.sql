INSERT INTO edition_coverage (edition_id, owner_key, indicator_id, period_id, has_value)
SELECT ?::int, ?::int, staged_coverage.indicator_id, staged_period.id, bool_or(staged_coverage.missing IS NULL)
FROM staged_coverage JOIN staged_period ON staged_period.number = staged_coverage.period
GROUP BY staged_coverage.indicator_id, staged_period.id
ON CONFLICT DO NOTHING
