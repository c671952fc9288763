-- Which actions answer some findings, where the viewer sees both: no one of them that was taken out of its plan.
SELECT linked.finding_id, linked.action_id
FROM finding_action AS linked JOIN action ON action.id = linked.action_id JOIN plan ON plan.id = action.plan_id
JOIN finding ON finding.id = linked.finding_id
WHERE linked.finding_id = ANY (?::int[]) AND action.removed_at IS NULL
  AND (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::int[])))
ORDER BY linked.finding_id, action.created_at, action.id
