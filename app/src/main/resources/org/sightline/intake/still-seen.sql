-- Earlier uploads that others go on seeing where a new one of the same indicators and periods is hidden from them.
SELECT DISTINCT release.code || ' (' || older.access_class || ')' AS name
FROM edition AS newer
JOIN edition_coverage AS covered ON covered.edition_id = newer.id
JOIN edition_coverage AS earlier ON earlier.indicator_id = covered.indicator_id AND earlier.period_id = covered.period_id
  AND earlier.owner_key = covered.owner_key AND earlier.edition_id < covered.edition_id
JOIN edition AS older ON older.id = earlier.edition_id AND older.table_code = newer.table_code
JOIN release ON release.id = older.release_id
WHERE newer.id = ? AND newer.owner_key = ? AND newer.access_class <> 'PUBLISHED'
  AND older.access_class NOT IN ('COUNCIL_ONLY', newer.access_class)
ORDER BY name
LIMIT 5
