INSERT INTO workstream (plan_id, owner_organisation_id, position, name)
SELECT ?, ?, (SELECT coalesce(max(position), 0) FROM workstream WHERE plan_id = ?) + given.number, given.name
FROM unnest(?::text[]) WITH ORDINALITY AS given (name, number)
RETURNING id, name
