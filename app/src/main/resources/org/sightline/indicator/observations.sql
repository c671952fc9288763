-- The figures of some indicators, each of one breakdown, in some editions' periods: of all areas where the choice says so, otherwise
-- of some.
-- Row-level security guards; who may see a row is said all the same, so that the query stands by itself. An embargo that is over
-- leaves a published row. A file's name and a line's number speak of the rows around it: whom only some of a file is granted does
-- not see where in it a row stands.
SELECT chosen.breakdown_code, observation.area_id, observation.indicator_id, observation.period_id, observation.edition_id,
  observation.value, observation.missing, observation.numerator, observation.numerator_missing,
  observation.denominator, observation.denominator_missing, observation.derived,
  CASE WHEN observation.access_class <> 'SHARED'
      OR observation.owner_organisation_id = (SELECT viewer_organisation())
      OR observation.owner_organisation_id = ANY ((SELECT organisations_sharing('INDICATORS'))::integer[])
    THEN observation.source_name END AS source_name, observation.source_line,
  CASE WHEN observation.embargoed_until <= now() THEN 'PUBLISHED' ELSE observation.access_class END AS access_class,
  CASE WHEN observation.access_class = 'SHARED'
      AND observation.owner_organisation_id IS DISTINCT FROM (SELECT viewer_organisation())
    THEN observation.owner_organisation_id END AS shared_by
FROM unnest(?::int[], ?::int[], ?::int[], ?::text[], ?::boolean[])
  AS chosen (indicator_id, period_id, edition_id, breakdown_code, of_all_areas)
JOIN breakdown ON breakdown.code = chosen.breakdown_code
JOIN observation ON observation.indicator_id = chosen.indicator_id AND observation.edition_id = chosen.edition_id
  AND observation.period_id = chosen.period_id AND observation.breakdown_id = breakdown.id
WHERE (chosen.of_all_areas OR observation.area_id = any (?::int[]))
  AND (observation.access_class = 'PUBLISHED'
    OR (observation.access_class = 'EMBARGOED' AND observation.embargoed_until <= now())
    OR observation.owner_organisation_id = (SELECT viewer_organisation())
    OR (observation.access_class = 'SHARED' AND (
      observation.owner_organisation_id = ANY ((SELECT organisations_sharing('INDICATORS'))::integer[])
      OR (observation.edition_id, observation.indicator_id, observation.period_id) IN (
        SELECT shared.edition_id, shared.indicator_id, shared.period_id FROM shared_coverage() AS shared))))
