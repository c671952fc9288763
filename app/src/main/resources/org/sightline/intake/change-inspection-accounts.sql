-- What a source says otherwise now, or of another inspection. An empty text is none.
UPDATE inspection_account AS account
SET inspection_id = given.inspection_id, type_code = nullif(given.type_code, ''),
  starts_on = nullif(given.starts_on, '')::date, ends_on = nullif(given.ends_on, '')::date,
  published_on = nullif(given.published_on, '')::date, is_published = CASE WHEN given.published_on <> '' THEN true END,
  lead_inspector = nullif(given.lead_inspector, ''), report_url = nullif(given.report_url, ''),
  source_line = given.source_line
FROM unnest(?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[])
  AS given (id, inspection_id, type_code, starts_on, ends_on, published_on, lead_inspector, report_url, source_line)
WHERE account.id = given.id
