-- What was changed of actions, field by field, by one member and for one reason.
INSERT INTO action_change (action_id, owner_organisation_id, changed_by, changed_by_name, field, old_value, new_value, kind, reason)
SELECT change.action_id, who.owner_organisation_id, who.changed_by, who.changed_by_name, change.field, change.old_value,
  change.new_value, change.kind, who.reason
FROM (SELECT ?::int AS owner_organisation_id, ?::int AS changed_by, ?::text AS changed_by_name, ?::text AS reason) AS who,
  unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY
    AS change (action_id, field, old_value, new_value, kind, place)
ORDER BY change.place
