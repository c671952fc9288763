-- Changes of actions in the viewer's sight, each with its words where the viewer may read them: action_changes_told decides who sees
-- which change, because nothing else can read their words. In the order of writing: of a change whose words are withheld the hour is not
-- told.
SELECT change.action_id, change.kind, change.is_withheld, change.changed_at, change.field, change.old_value, change.new_value,
  change.reason, change.changed_by_name,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM action_changes_told(?) AS change JOIN action ON action.id = change.action_id JOIN plan ON plan.id = action.plan_id
ORDER BY change.id
