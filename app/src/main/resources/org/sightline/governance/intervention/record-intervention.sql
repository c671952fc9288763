INSERT INTO intervention (council_id, owner_organisation_id, access_class, embargoed_until, kind, from_on, from_precision, to_on,
  to_precision, ended, note, source, paragraph)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
RETURNING id
