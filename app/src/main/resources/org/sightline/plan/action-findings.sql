-- Which findings actions answer, where the viewer sees both.
SELECT linked.action_id, linked.finding_id,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM finding_action AS linked JOIN action ON action.id = linked.action_id JOIN plan ON plan.id = action.plan_id
JOIN finding ON finding.id = linked.finding_id
WHERE linked.action_id = ANY (?)
ORDER BY finding.number NULLS LAST, finding.id
