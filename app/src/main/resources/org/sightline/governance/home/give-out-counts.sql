INSERT INTO childrens_home_count (owner_organisation_id, council_id, access_class, embargoed_until, as_at, precision, source,
  grade_code, homes)
SELECT ?, ?, ?, ?::timestamptz, ?::date, ?, ?, given.grade_code, given.homes
FROM unnest(?::text[], ?::int[]) AS given (grade_code, homes)
ON CONFLICT (owner_organisation_id, as_at, grade_code) DO UPDATE SET access_class = excluded.access_class,
  embargoed_until = excluded.embargoed_until, precision = excluded.precision, homes = excluded.homes, source = excluded.source
