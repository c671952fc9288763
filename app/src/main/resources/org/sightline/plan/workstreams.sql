-- Workstreams of plans in the viewer's sight.
SELECT workstream.*, plan.scheme_id,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM workstream JOIN plan ON plan.id = workstream.plan_id
