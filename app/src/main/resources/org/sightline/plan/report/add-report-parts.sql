INSERT INTO status_report_workstream (report_id, plan_id, workstream_id, position, name, theme_code, stated_total)
SELECT ?, workstream.plan_id, workstream.id, workstream.position, workstream.name, workstream.theme_code, given.stated_total
FROM unnest(?::int[], ?::int[]) AS given (workstream_id, stated_total)
JOIN workstream ON workstream.id = given.workstream_id
WHERE workstream.plan_id = ?
