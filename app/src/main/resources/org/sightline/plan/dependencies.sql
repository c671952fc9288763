-- What waits for what, where the viewer sees both actions and neither has been removed.
SELECT dependency.action_id, dependency.depends_on_id,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM action_dependency AS dependency
JOIN action ON action.id = dependency.action_id AND action.removed_at IS NULL
JOIN action AS needed ON needed.id = dependency.depends_on_id AND needed.removed_at IS NULL
JOIN plan ON plan.id = action.plan_id
JOIN plan AS other ON other.id = needed.plan_id
WHERE (dependency.action_id = ANY (?) OR dependency.depends_on_id = ANY (?))
  AND (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
  AND (other.access_class = 'PUBLISHED'
    OR (other.access_class = 'EMBARGOED' AND other.embargoed_until <= now())
    OR other.owner_organisation_id = (SELECT viewer_organisation())
    OR (other.access_class = 'SHARED'
      AND other.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
ORDER BY action.in_order, needed.in_order, dependency.action_id, dependency.depends_on_id
