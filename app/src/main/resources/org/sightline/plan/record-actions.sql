-- New actions of one plan. References are unique in it: by them a caller finds the keys again.
INSERT INTO action (plan_id, owner_organisation_id, workstream_id, reference, text, owner_role, original_due_on, due_on,
  status_code, started_on, completed_on, re_dated_before, reopened_before, source, paragraph)
SELECT whose.plan_id, whose.owner_organisation_id, given.workstream_id, given.reference, given.text, given.owner_role,
  given.original_due_on::date, given.due_on::date, given.status_code, given.started_on::date, given.completed_on::date,
  given.re_dated_before, given.reopened_before, given.source, given.paragraph
FROM (SELECT ?::int AS plan_id, ?::int AS owner_organisation_id) AS whose,
  unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[],
    ?::text[], ?::text[])
    WITH ORDINALITY AS given (workstream_id, reference, text, owner_role, original_due_on, due_on, status_code, started_on,
      completed_on, re_dated_before, reopened_before, source, paragraph, place)
ORDER BY given.place
RETURNING id, reference
