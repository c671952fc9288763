-- Nothing is changed where somebody has changed or issued it since.
UPDATE review SET held_on = ?, title = ?, conclusion = ?, version = version + 1
WHERE id = ? AND version = ? AND written_by = (SELECT viewer_member()) AND issued_at IS NULL
