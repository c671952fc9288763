INSERT INTO childrens_home_grade (home_id, owner_organisation_id, as_at, precision, grade_code, inspected_on, source, paragraph)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (home_id, as_at) DO UPDATE SET precision = excluded.precision, grade_code = excluded.grade_code,
  inspected_on = excluded.inspected_on, source = excluded.source, paragraph = excluded.paragraph
