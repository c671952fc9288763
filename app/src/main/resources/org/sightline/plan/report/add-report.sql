INSERT INTO status_report (plan_id, scheme_id, owner_organisation_id, as_at, as_at_precision, revision, title, stated_total, made_from,
  source, paragraph, issued_by, issued_by_name)
SELECT plan.id, plan.scheme_id, plan.owner_organisation_id, ?, ?,
  (SELECT coalesce(max(known.revision), 0) + 1 FROM status_report AS known WHERE known.plan_id = plan.id AND known.as_at = ?),
  ?, ?::int, ?, ?, ?, ?, ?
FROM plan WHERE plan.id = ? AND plan.owner_organisation_id = ?
RETURNING id
