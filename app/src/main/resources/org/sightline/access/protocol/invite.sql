-- Who has been invited meanwhile is not invited twice.
INSERT INTO sharing_protocol_party (protocol_id, organisation_id, organisation_kind, invited_by)
SELECT ?, organisation.id, organisation.kind, ?
FROM organisation
WHERE organisation.id = ANY (?::int[])
ORDER BY organisation.name, organisation.id
ON CONFLICT (protocol_id, organisation_id) WHERE left_at IS NULL DO NOTHING
