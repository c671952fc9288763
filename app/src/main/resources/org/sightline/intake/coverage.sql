INSERT INTO staged_coverage (indicator_id, period, breakdown, missing, observations)
SELECT indicator_id, period, breakdown, missing, count(*)
FROM staged
WHERE indicator_id > 0
GROUP BY indicator_id, period, breakdown, missing
