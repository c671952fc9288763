-- The newest first, from a position on. The bounds are never absent, so that the index by owner and instant bears them all.
SELECT id, at, reader_name, reader_organisation_id, dataset, agreement_id, protocol_id, operation_name, document, request_id,
  kind, row_count, coalesce(indicator_codes, '{}') AS indicator_codes, coalesce(period_codes, '{}') AS period_codes
FROM access_log
WHERE owner_organisation_id = (SELECT viewer_organisation())
  AND at >= coalesce(?::timestamptz, '-infinity') AND at < coalesce(?::timestamptz, 'infinity')
  AND (?::int IS NULL OR reader_organisation_id = ?::int)
  AND (?::text IS NULL OR dataset = ?::text)
  AND (at, id) < (coalesce(?::timestamptz, 'infinity'), coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
ORDER BY at DESC, id DESC
LIMIT ?
