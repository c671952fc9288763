-- Which findings actions answer, where the viewer sees both.
SELECT linked.action_id, linked.finding_id,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM finding_action AS linked JOIN action ON action.id = linked.action_id JOIN plan ON plan.id = action.plan_id
JOIN finding ON finding.id = linked.finding_id
WHERE linked.action_id = ANY (?)
  AND (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
ORDER BY finding.number NULLS LAST, finding.id
