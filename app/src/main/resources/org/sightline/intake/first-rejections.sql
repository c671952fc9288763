-- The first hundred rejections of each of some imports of one organisation.
SELECT asked.id AS import_id, first.line, first.column_name, first.rule, first.value, first.message
FROM unnest(?::uuid[]) AS asked (id)
CROSS JOIN LATERAL (
  SELECT line, column_name, rule, value, message FROM import_rejection
  WHERE import_rejection.import_id = asked.id AND import_rejection.owner_key = ? ORDER BY line LIMIT 100) AS first
ORDER BY asked.id, first.line
