UPDATE action SET workstream_id = given.workstream_id, text = given.text, owner_role = nullif(given.owner_role, ''),
  original_due_on = nullif(given.original_due_on, '')::date, due_on = nullif(given.due_on, '')::date, status_code = nullif(given.status_code, ''),
  started_on = nullif(given.started_on, '')::date, completed_on = nullif(given.completed_on, '')::date,
  changed_at = now(), version = action.version + 1
FROM unnest(?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
  AS given (id, workstream_id, text, owner_role, original_due_on, due_on, status_code, started_on, completed_on)
WHERE action.id = given.id AND action.plan_id = ? AND action.owner_organisation_id = ?
