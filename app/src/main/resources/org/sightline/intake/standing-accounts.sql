-- Every account that belongs to nobody. One of a source that no mapping reads (the demonstration's) has to be known as well, so
-- that what a file tells of the same inspection joins it.
SELECT account.id, account.inspection_id, inspection.council_id, inspection.framework_code, account.type_code, account.starts_on,
  account.ends_on,
  account.precision, account.published_on AS account_published_on, account.lead_inspector, account.report_url, account.source_line,
  source.code AS source_code, source.precedence, source.published_on AS source_published_on, source.mapping
FROM inspection_account AS account
JOIN inspection ON inspection.id = account.inspection_id
JOIN inspection_source AS source ON source.id = account.source_id
WHERE account.owner_key = 0
