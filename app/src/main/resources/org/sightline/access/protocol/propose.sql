INSERT INTO sharing_protocol (convenor_organisation_id, name, text, reciprocal, open_to, datasets, indicator_ids, periods_from,
  periods_to, purpose, onward_publication, foi_answered_by, valid_from, valid_to, proposed_by)
VALUES (?, ?, ?, ?, ?::text[], ?::text[], ?::int[], ?, ?, ?, ?, ?, ?, ?, ?)
RETURNING id
