-- No row comes back where the address is a live member's, here or in another organisation.
INSERT INTO member (organisation_id, organisation_kind, kind, name, email, roles, invited_by)
VALUES (?, ?, 'PERSON', ?, ?, ?, ?)
ON CONFLICT DO NOTHING
RETURNING *
