SELECT action.id, workstream.name AS workstream, action.reference, action.text, action.owner_role, action.original_due_on,
  action.due_on, action.status_code, action.started_on, action.completed_on, action.removed_at IS NOT NULL AS is_removed
FROM action JOIN workstream ON workstream.id = action.workstream_id
WHERE action.plan_id = ? AND action.owner_organisation_id = ?
ORDER BY action.id
