--liquibase formatted sql

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
