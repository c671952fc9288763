-- A plan of the own organisation and every plan below it.
WITH RECURSIVE below AS (
  SELECT plan.id FROM plan WHERE plan.id = ? AND plan.owner_organisation_id = (SELECT viewer_organisation())
  UNION
  SELECT plan.id FROM plan JOIN below ON plan.parent_plan_id = below.id
)
SELECT id FROM below
