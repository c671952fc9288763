-- One action, only as of the version that the change was made for. The first day that it was ever due on stays what it was.
UPDATE action SET workstream_id = ?, reference = ?, text = ?, owner_role = ?, original_due_on = coalesce(original_due_on, ?), due_on = ?,
  status_code = ?, started_on = ?, completed_on = ?, changed_at = now(), version = version + 1
WHERE id = ? AND version = ? AND removed_at IS NULL AND owner_organisation_id = (SELECT viewer_organisation())
