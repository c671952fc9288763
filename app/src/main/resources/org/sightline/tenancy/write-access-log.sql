INSERT INTO access_log (owner_organisation_id, dataset, agreement_id, protocol_id, reader_member_id, reader_organisation_id,
  reader_name, request_id, operation_name, document, kind, row_count, indicator_codes, period_codes)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'READ', ?, ?::text[], ?::text[])
