-- What is recorded of the own council's homes, the latest first.
SELECT known.home_id, known.as_at, known.precision, known.grade_code, grade.name AS grade_name, known.inspected_on, known.source,
  known.paragraph
FROM childrens_home_grade AS known
LEFT JOIN grade ON grade.scale_code = known.scale_code AND grade.code = known.grade_code
WHERE known.owner_organisation_id = (SELECT viewer_organisation()) AND known.home_id = ANY (?::int[])
ORDER BY known.home_id, known.as_at DESC
