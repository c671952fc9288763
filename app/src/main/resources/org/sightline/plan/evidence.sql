-- Evidence of the effect of actions in the viewer's sight.
SELECT evidence.action_id, evidence.recorded_on, evidence.text, evidence.source, evidence.paragraph,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM impact_evidence AS evidence JOIN action ON action.id = evidence.action_id JOIN plan ON plan.id = action.plan_id
WHERE evidence.action_id = ANY (?)
  AND (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
ORDER BY evidence.recorded_on, evidence.id
