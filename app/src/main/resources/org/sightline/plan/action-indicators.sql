-- By which indicators the effect of actions in the viewer's sight is to be seen.
SELECT linked.action_id, linked.indicator_id, linked.expected, linked.note,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM action_indicator AS linked JOIN action ON action.id = linked.action_id JOIN plan ON plan.id = action.plan_id
JOIN indicator ON indicator.id = linked.indicator_id
WHERE linked.action_id = ANY (?)
  AND (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
ORDER BY indicator.code
