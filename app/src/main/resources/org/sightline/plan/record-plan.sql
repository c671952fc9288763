-- A new plan of the own council.
INSERT INTO plan (owner_organisation_id, council_id, access_class, embargoed_until, name, kind, state, scheme_id, parent_plan_id,
  parent_action_id, inspection_id, starts_on, ends_on, drafted_on, finalised_on, source, paragraph, created_by_name)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
RETURNING id
