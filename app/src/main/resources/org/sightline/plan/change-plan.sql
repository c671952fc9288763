-- One plan, only as of the version that the change was made for. Who sees it is changed elsewhere, by a data owner.
UPDATE plan SET name = ?, kind = ?, state = ?, scheme_id = ?, parent_plan_id = ?, parent_action_id = ?, inspection_id = ?,
  starts_on = ?, ends_on = ?, drafted_on = ?, finalised_on = ?, changed_at = now(), version = version + 1
WHERE id = ? AND version = ? AND owner_organisation_id = (SELECT viewer_organisation())
