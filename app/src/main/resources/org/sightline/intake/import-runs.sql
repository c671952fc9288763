-- Imports that the role of this transaction sees. One without a sign of life for a minute has ended with its program.
SELECT run.id, run.file_name, run.mapping, run.release_code, run.sha256,
  CASE WHEN gone.is_gone THEN 'FAILED' ELSE run.state END AS state,
  CASE WHEN gone.is_gone THEN 'ENDED' ELSE run.phase END AS phase,
  CASE WHEN gone.is_gone
    THEN 'Sightline stopped while this import was running. Nothing of the file was written; bring it again.'
    ELSE run.message
  END AS message,
  run.bytes_total, run.bytes_read, run.rows_read, run.report, run.started_at,
  (run.report ->> 'rowsTaken')::bigint AS rows_taken, (run.report ->> 'rowsRejected')::bigint AS rows_rejected,
  CASE WHEN gone.is_gone THEN run.heartbeat_at ELSE run.finished_at END AS finished_at,
  edition.access_class, edition.embargoed_until, edition.id AS edition_id, run.started_by_name
FROM import_run AS run
CROSS JOIN LATERAL (
  SELECT run.state = 'RUNNING' AND run.heartbeat_at < now() - interval '60 seconds' AS is_gone) AS gone
LEFT JOIN edition ON edition.id = run.edition_id
