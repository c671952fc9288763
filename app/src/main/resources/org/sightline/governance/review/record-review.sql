INSERT INTO review (owner_organisation_id, council_id, held_on, title, conclusion, written_by, written_by_name)
VALUES (?, ?, ?, ?, ?, ?, ?)
RETURNING id
