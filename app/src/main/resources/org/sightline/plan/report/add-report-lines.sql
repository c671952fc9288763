INSERT INTO status_report_count (report_id, plan_id, workstream_id, status_code, status_name, status_meaning, state, position, actions)
SELECT ?, ?, given.workstream_id, given.status_code, given.status_name, given.status_meaning, given.state, given.position, given.actions
FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[])
  AS given (workstream_id, status_code, status_name, status_meaning, state, position, actions)
