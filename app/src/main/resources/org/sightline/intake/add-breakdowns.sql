INSERT INTO breakdown (code)
SELECT code FROM staged_breakdown
WHERE number IN (SELECT breakdown FROM staged_coverage)
ORDER BY code
ON CONFLICT DO NOTHING
