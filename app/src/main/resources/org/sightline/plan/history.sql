-- Changes of actions in the viewer's sight, each with its words where the viewer may read them: action_changes_told decides, because
-- nothing else can read them. Of a change whose words are withheld the day is told, as London counts it, and not the hour.
SELECT change.action_id, change.kind, told.id IS NULL AS is_withheld,
  CASE WHEN told.id IS NULL THEN date_trunc('day', change.changed_at, 'Europe/London') ELSE change.changed_at END AS changed_at,
  told.field, told.old_value, told.new_value, told.reason, told.changed_by_name,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM action_change AS change JOIN action ON action.id = change.action_id JOIN plan ON plan.id = action.plan_id
LEFT JOIN action_changes_told(?) AS told ON told.id = change.id
WHERE change.action_id = ANY (?)
  AND (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
ORDER BY change.changed_at, change.id
