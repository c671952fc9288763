-- Changes of actions in the viewer's sight. Who made one is for the own organisation alone.
SELECT change.action_id, change.changed_at, change.field, change.old_value, change.new_value, change.kind, change.reason,
  CASE WHEN change.owner_organisation_id = (SELECT viewer_organisation()) THEN change.changed_by_name END AS changed_by_name,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM action_change AS change JOIN action ON action.id = change.action_id JOIN plan ON plan.id = action.plan_id
WHERE change.action_id = ANY (?)
ORDER BY change.changed_at, change.id
