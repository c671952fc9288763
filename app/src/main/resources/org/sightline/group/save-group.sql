-- A name is an organisation's own: whoever saves under it again changes the group and not its id.
INSERT INTO saved_group (owner_organisation_id, name, council_ids, created_by, created_by_name)
VALUES (?, ?, ?::int[], ?, ?)
ON CONFLICT (owner_organisation_id, name) DO UPDATE SET council_ids = excluded.council_ids, changed_at = now()
RETURNING id
