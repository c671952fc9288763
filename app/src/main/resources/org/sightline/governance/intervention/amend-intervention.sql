-- Nothing is changed where somebody has changed it since.
UPDATE intervention SET kind = ?, from_on = ?, from_precision = ?, to_on = ?, to_precision = ?, ended = ?, note = ?, source = ?,
  paragraph = ?, version = version + 1
WHERE id = ? AND version = ? AND owner_organisation_id = (SELECT viewer_organisation())
