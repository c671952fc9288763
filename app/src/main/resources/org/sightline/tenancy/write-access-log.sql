-- All entries of one operation in one statement.
INSERT INTO access_log (owner_organisation_id, dataset, agreement_id, protocol_id, reader_member_id, reader_organisation_id,
  reader_name, request_id, operation_name, document, kind, row_count, indicator_codes, period_codes)
SELECT entry."ownerOrganisationId", entry.dataset, entry."agreementId", entry."protocolId", ?, ?, ?, ?, ?, ?, 'READ', entry.rows,
  entry."indicatorCodes", entry."periodCodes"
FROM jsonb_to_recordset(?::jsonb) AS entry ("ownerOrganisationId" integer, dataset text, "agreementId" integer,
  "protocolId" integer, rows bigint, "indicatorCodes" text[], "periodCodes" text[])
