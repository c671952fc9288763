INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text, owner_role, original_due_on, due_on, status_code,
  started_on, completed_on, re_dated_before, reopened_before, source)
SELECT ?, given.workstream_id, ?, given.reference, given.text, nullif(given.owner_role, ''), nullif(given.original_due_on, '')::date,
  nullif(given.due_on, '')::date, nullif(given.status_code, ''), nullif(given.started_on, '')::date,
  nullif(given.completed_on, '')::date, given.re_dated_before, given.reopened_before, ?
FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[])
  AS given (workstream_id, reference, text, owner_role, original_due_on, due_on, status_code, started_on, completed_on,
    re_dated_before, reopened_before)
RETURNING id, reference
