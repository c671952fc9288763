INSERT INTO sharing_protocol (convenor_organisation_id, name, text, reciprocal, datasets, indicator_ids, periods_from, periods_to,
  purpose, onward_publication, foi_answered_by, valid_from, valid_to, proposed_by)
VALUES (?, ?, ?, ?, ?::text[], ?::int[], ?, ?, ?, ?, ?, ?, ?, ?)
RETURNING id
