--liquibase formatted sql

--changeset sightline:released-once-a-statement splitStatements:false
-- What the viewer's organisation has released itself is found out once. Asked of each indicator and period that others share, a protocol of 15
-- councils with a year's returns cost a million pages a statement (docs/decisions/0049).
CREATE OR REPLACE FUNCTION shared_coverage()
  RETURNS TABLE (edition_id integer, indicator_id integer, period_id integer, owner_organisation_id integer,
    agreement_id integer, protocol_id integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  WITH granted AS MATERIALIZED (
    SELECT * FROM public.viewer_grants() AS any_grant
    WHERE 'INDICATORS' = ANY (any_grant.datasets)
      AND (any_grant.is_reciprocal OR any_grant.indicator_ids IS NOT NULL OR any_grant.periods_from IS NOT NULL
        OR any_grant.periods_to IS NOT NULL)
  ), released AS MATERIALIZED (
    SELECT DISTINCT own.indicator_id, own.period_id
    FROM public.edition JOIN public.edition_coverage AS own ON own.edition_id = edition.id
    WHERE edition.owner_organisation_id = (SELECT public.viewer_organisation()) AND own.has_value
      AND (edition.access_class IN ('SHARED', 'PUBLISHED')
        OR (edition.access_class = 'EMBARGOED' AND edition.embargoed_until <= now()))
  )
  SELECT coverage.edition_id, coverage.indicator_id, coverage.period_id, edition.owner_organisation_id,
    granted.agreement_id, granted.protocol_id
  FROM granted
  JOIN public.edition ON edition.owner_organisation_id = granted.owner_organisation_id AND edition.access_class = 'SHARED'
  JOIN public.edition_coverage AS coverage ON coverage.edition_id = edition.id
  JOIN public.period ON period.id = coverage.period_id
  WHERE (granted.indicator_ids IS NULL OR coverage.indicator_id = ANY (granted.indicator_ids))
    AND (granted.periods_from IS NULL OR period.starts_on >= granted.periods_from)
    AND (granted.periods_to IS NULL OR period.ends_on <= granted.periods_to)
    AND (NOT granted.is_reciprocal
      OR (coverage.indicator_id, coverage.period_id) IN (SELECT released.indicator_id, released.period_id FROM released))
$$;

--changeset sightline:uploads-by-owner runInTransaction:false
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS import_run_by_owner;
CREATE INDEX CONCURRENTLY import_run_by_owner ON import_run (owner_organisation_id, started_at DESC, id DESC);
RESET lock_timeout;

--changeset sightline:uploads-by-file runInTransaction:false
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS import_run_by_file;
CREATE INDEX CONCURRENTLY import_run_by_file ON import_run (sha256, owner_key);
RESET lock_timeout;

--changeset sightline:files-by-fingerprint runInTransaction:false
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS source_file_by_fingerprint;
CREATE INDEX CONCURRENTLY source_file_by_fingerprint ON source_file (sha256);
RESET lock_timeout;
