INSERT INTO edition_breakdown (edition_id, indicator_id, breakdown_id)
SELECT DISTINCT ?::int, staged_coverage.indicator_id, staged_breakdown.id
FROM staged_coverage JOIN staged_breakdown ON staged_breakdown.number = staged_coverage.breakdown
ON CONFLICT DO NOTHING
