-- What a source says newly. An empty text is none.
INSERT INTO inspection_account (source_id, id, inspection_id, type_code, starts_on, ends_on, published_on, is_published,
  lead_inspector, report_url, source_line)
SELECT (SELECT id FROM inspection_source WHERE owner_organisation_id IS NULL AND code = ?), given.id, given.inspection_id,
  nullif(given.type_code, ''), nullif(given.starts_on, '')::date, nullif(given.ends_on, '')::date,
  nullif(given.published_on, '')::date, CASE WHEN given.published_on <> '' THEN true END, nullif(given.lead_inspector, ''),
  nullif(given.report_url, ''), given.source_line
FROM unnest(?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[])
  AS given (id, inspection_id, type_code, starts_on, ends_on, published_on, lead_inspector, report_url, source_line)
