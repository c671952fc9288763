INSERT INTO period (type, starts_on, ends_on, year, code)
SELECT type, starts_on, ends_on, year, code FROM staged_period
WHERE number IN (SELECT period FROM staged_coverage)
ORDER BY type, code
ON CONFLICT DO NOTHING
