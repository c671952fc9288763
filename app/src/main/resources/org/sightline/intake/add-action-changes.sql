INSERT INTO action_change (action_id, owner_organisation_id, changed_by, changed_by_name, field, old_value, new_value, kind, reason)
SELECT given.action_id, ?, ?, ?, given.field, given.old_value, given.new_value, given.kind, given.reason
FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
  AS given (action_id, field, old_value, new_value, kind, reason)
