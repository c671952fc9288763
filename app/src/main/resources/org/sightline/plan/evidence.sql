-- Evidence of the effect of actions in the viewer's sight.
SELECT evidence.action_id, evidence.recorded_on, evidence.text, evidence.source, evidence.paragraph,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM impact_evidence AS evidence JOIN action ON action.id = evidence.action_id JOIN plan ON plan.id = action.plan_id
WHERE evidence.action_id = ANY (?)
ORDER BY evidence.recorded_on, evidence.id
