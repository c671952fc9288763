SELECT count(*) AS total
FROM access_log
WHERE owner_organisation_id = (SELECT viewer_organisation())
  AND at >= coalesce(?::timestamptz, '-infinity') AND at < coalesce(?::timestamptz, 'infinity')
  AND (?::int IS NULL OR reader_organisation_id = ?::int)
  AND (?::text IS NULL OR dataset = ?::text)
