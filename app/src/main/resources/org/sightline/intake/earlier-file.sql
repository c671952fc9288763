-- This very file as the same owner brought it before, the latest time.
SELECT edition.id AS edition_id, release.code, source_file.mapping,
  CASE WHEN edition.embargoed_until <= now() THEN 'PUBLISHED' ELSE edition.access_class END AS access_class,
  CASE WHEN edition.embargoed_until > now() THEN edition.embargoed_until END AS embargoed_until,
  coalesce(run.rejected > 0, false) AS had_rejections,
  coalesce(run.taken, 0) AS rows_taken,
  EXISTS (
    SELECT FROM edition AS later
    JOIN edition_coverage AS newer ON newer.edition_id = later.id
    JOIN edition_coverage AS older ON older.indicator_id = newer.indicator_id AND older.period_id = newer.period_id
    WHERE later.id > edition.id AND later.table_code = edition.table_code AND later.owner_key = edition.owner_key
      AND older.edition_id = edition.id) AS is_superseded
FROM source_file
JOIN edition ON edition.id = source_file.edition_id
JOIN release ON release.id = edition.release_id
LEFT JOIN LATERAL (
  SELECT max((import_run.report ->> 'rowsRejected')::bigint) AS rejected,
    max((import_run.report ->> 'rowsTaken')::bigint) AS taken
  FROM import_run
  WHERE import_run.sha256 = source_file.sha256 AND import_run.state = 'IMPORTED'
    AND import_run.owner_key = edition.owner_key) AS run ON true
WHERE source_file.sha256 = ? AND edition.table_code = ? AND edition.owner_key = ?
ORDER BY edition.id DESC
LIMIT 1
