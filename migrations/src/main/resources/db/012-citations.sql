--liquibase formatted sql

--changeset sightline:editions-know-when-they-came
-- What a citation shows is what had come in by then: a release that is imported later with an earlier day of publication does not
-- change it. An edition that came may still be filled up by another file of the same release.
ALTER TABLE edition ADD COLUMN came_at timestamptz NOT NULL DEFAULT clock_timestamp();
UPDATE edition SET came_at = file.first_at
FROM (SELECT edition_id, min(imported_at) AS first_at FROM source_file GROUP BY edition_id) AS file
WHERE file.edition_id = edition.id;

--changeset sightline:fingerprints-under-a-key splitStatements:false
-- A citation says later whether figures are the same, without holding them. A plain digest would give a hidden figure away to
-- whoever tries all values that it could have: fingerprints are made under the key of this database, which the service cannot read.
CREATE FUNCTION citation_fingerprints(texts text[]) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT array_agg(
    encode(sha256(convert_to(
      'citation:' || id_key.secret || ':' || encode(sha256(convert_to(one.text, 'UTF8')), 'hex'), 'UTF8')), 'hex')
    ORDER BY one.place)
  FROM public.id_key CROSS JOIN unnest(texts) WITH ORDINALITY AS one (text, place)
$$;
REVOKE ALL ON FUNCTION citation_fingerprints(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION citation_fingerprints(text[]) TO ${appRole};
