-- The actions in sight of some councils' plans that are to move an indicator, the newest first. shared_by: see plans.sql.
SELECT action.id, action.created_at AS at,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM action_indicator AS linked JOIN action ON action.id = linked.action_id JOIN plan ON plan.id = action.plan_id
WHERE linked.indicator_id = ? AND plan.council_id = ANY (?::int[]) AND action.removed_at IS NULL
  AND (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::int[])))
