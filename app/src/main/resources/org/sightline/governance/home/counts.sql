-- Of each council the counts that it gave out last by a day, of those in the viewer's sight: a line for each grade, the best first,
-- and one without a grade for the homes not inspected yet. shared_by: whose they are, where only an agreement lets the viewer see
-- them. An embargo that is over is a publication.
WITH seen AS (
  SELECT * FROM childrens_home_count AS counted
  WHERE counted.council_id = ANY (?::int[]) AND counted.as_at <= ?::date
    AND (counted.access_class = 'PUBLISHED' OR (counted.access_class = 'EMBARGOED' AND counted.embargoed_until <= now())
      OR counted.owner_organisation_id = (SELECT viewer_organisation())
      OR (counted.access_class = 'SHARED'
        AND counted.owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::integer[])))
)
SELECT seen.council_id, seen.as_at, seen.precision, seen.grade_code, grade.name AS grade_name, seen.homes,
  CASE WHEN seen.embargoed_until <= now() THEN 'PUBLISHED' ELSE seen.access_class END AS access_class,
  CASE WHEN seen.embargoed_until > now() THEN seen.embargoed_until END AS embargoed_until, seen.source,
  CASE WHEN seen.access_class = 'SHARED' THEN nullif(seen.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM seen
LEFT JOIN grade ON grade.scale_code = seen.scale_code AND grade.code = seen.grade_code
WHERE (seen.council_id, seen.as_at) IN (SELECT latest.council_id, max(latest.as_at) FROM seen AS latest GROUP BY latest.council_id)
ORDER BY seen.council_id, grade.position NULLS LAST
