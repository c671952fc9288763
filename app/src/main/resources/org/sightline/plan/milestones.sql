-- Milestones of plans in the viewer's sight, one row a date.
SELECT milestone.id, milestone.plan_id, milestone.action_id, milestone.name, milestone.met_on, milestone.version,
  stated.due_on, stated.precision, stated.source, stated.paragraph,
  stated.stated_at = max(stated.stated_at) OVER (PARTITION BY milestone.id, stated.source) AS is_latest,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM milestone JOIN plan ON plan.id = milestone.plan_id
JOIN milestone_date AS stated ON stated.milestone_id = milestone.id
WHERE (milestone.plan_id = ANY (?::int[]) OR milestone.id = ANY (?::int[]))
  AND (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
ORDER BY min(stated.due_on) OVER (PARTITION BY milestone.id), milestone.id, stated.due_on, stated.source
