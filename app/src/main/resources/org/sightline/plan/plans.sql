-- Plans in the viewer's sight, said here as well as in the policies. shared_by: whose it is, where only an agreement lets the
-- viewer see it. Who recorded it is for the own organisation alone.
SELECT plan.id, plan.owner_organisation_id, plan.council_id, plan.name, plan.kind,
  plan.state, plan.scheme_id, plan.parent_plan_id, plan.parent_action_id, plan.inspection_id, plan.starts_on, plan.ends_on,
  plan.drafted_on, plan.finalised_on, plan.source, plan.paragraph, plan.created_at, plan.changed_at, plan.version,
  CASE WHEN plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now() THEN 'PUBLISHED' ELSE plan.access_class END
    AS access_class,
  CASE WHEN plan.embargoed_until > now() THEN plan.embargoed_until END AS embargoed_until,
  CASE WHEN plan.owner_organisation_id = (SELECT viewer_organisation()) THEN plan.created_by_name END AS created_by_name,
  CASE WHEN plan.access_class = 'SHARED' THEN nullif(plan.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM plan
WHERE (plan.access_class = 'PUBLISHED'
    OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
    OR plan.owner_organisation_id = (SELECT viewer_organisation())
    OR (plan.access_class = 'SHARED'
      AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[])))
