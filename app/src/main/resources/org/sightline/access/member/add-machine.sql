INSERT INTO member
  (organisation_id, organisation_kind, kind, subject, client_id, name, roles, invited_by, accepted_at)
VALUES (?, ?, 'MACHINE', ?, ?, ?, ?, ?, now())
RETURNING *
