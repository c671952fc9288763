--liquibase formatted sql

--changeset sightline:viewer-function splitStatements:false
-- True when a viewer is bound to this transaction. After a transaction the setting reads '' on a pooled connection: that is no viewer.
CREATE FUNCTION viewer_is_bound() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  AS $$ SELECT nullif(current_setting('sightline.viewer', true), '') IS NOT NULL $$;

--changeset sightline:row-level-security
-- Every table with an owning organisation is guarded. The owner of the tables (migrations, backup) is exempt, so FORCE is not used.
ALTER TABLE edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE edition_coverage ENABLE ROW LEVEL SECURITY;
ALTER TABLE edition_breakdown ENABLE ROW LEVEL SECURITY;
ALTER TABLE source_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE observation ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_rejection ENABLE ROW LEVEL SECURITY;

CREATE POLICY edition_seen ON edition FOR SELECT TO ${appRole} USING (
  (SELECT viewer_is_bound())
  AND (access_class = 'PUBLISHED' OR (access_class = 'EMBARGOED' AND embargoed_until <= now())));

CREATE POLICY observation_seen ON observation FOR SELECT TO ${appRole} USING (
  (SELECT viewer_is_bound())
  AND (access_class = 'PUBLISHED' OR (access_class = 'EMBARGOED' AND embargoed_until <= now())));

-- What hangs on an edition is seen with it: the edition's own policy decides.
CREATE POLICY edition_coverage_seen ON edition_coverage FOR SELECT TO ${appRole}
  USING (edition_id IN (SELECT edition.id FROM edition));
CREATE POLICY edition_breakdown_seen ON edition_breakdown FOR SELECT TO ${appRole}
  USING (edition_id IN (SELECT edition.id FROM edition));
CREATE POLICY source_file_seen ON source_file FOR SELECT TO ${appRole}
  USING (edition_id IN (SELECT edition.id FROM edition));

-- Official releases are written by a role of their own, which reaches only rows without an owning organisation.
CREATE POLICY edition_written ON edition TO ${releaseWriterRole}
  USING (owner_organisation_id IS NULL) WITH CHECK (owner_organisation_id IS NULL);
CREATE POLICY observation_written ON observation TO ${releaseWriterRole}
  USING (owner_organisation_id IS NULL) WITH CHECK (owner_organisation_id IS NULL);
CREATE POLICY edition_coverage_written ON edition_coverage TO ${releaseWriterRole}
  USING (edition_id IN (SELECT edition.id FROM edition))
  WITH CHECK (edition_id IN (SELECT edition.id FROM edition));
CREATE POLICY edition_breakdown_written ON edition_breakdown TO ${releaseWriterRole}
  USING (edition_id IN (SELECT edition.id FROM edition))
  WITH CHECK (edition_id IN (SELECT edition.id FROM edition));
CREATE POLICY source_file_written ON source_file TO ${releaseWriterRole}
  USING (edition_id IN (SELECT edition.id FROM edition))
  WITH CHECK (edition_id IN (SELECT edition.id FROM edition));
CREATE POLICY import_run_written ON import_run TO ${releaseWriterRole}
  USING (owner_organisation_id IS NULL) WITH CHECK (owner_organisation_id IS NULL);
CREATE POLICY import_rejection_written ON import_rejection TO ${releaseWriterRole}
  USING (import_id IN (SELECT import_run.id FROM import_run))
  WITH CHECK (import_id IN (SELECT import_run.id FROM import_run));

--changeset sightline:grants
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE ALL ON FUNCTION viewer_is_bound() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_is_bound() TO ${appRole}, ${releaseWriterRole};
GRANT USAGE ON SCHEMA public TO ${appRole}, ${releaseWriterRole};

GRANT SELECT ON reference_version, area, area_code, area_alias, council_succession, joint_return_member, neighbour_model, neighbour,
  indicator, period, breakdown, release TO ${appRole}, ${releaseWriterRole};
GRANT SELECT ON edition, edition_coverage, edition_breakdown, source_file, observation TO ${appRole}, ${releaseWriterRole};

-- Nobody but the owner may delete: a newer release supersedes, it does not erase.
GRANT INSERT ON period, breakdown, release, edition, edition_coverage, edition_breakdown, source_file, observation,
  import_run, import_rejection
  TO ${releaseWriterRole};
GRANT SELECT, UPDATE ON import_run TO ${releaseWriterRole};
GRANT SELECT ON import_rejection TO ${releaseWriterRole};
GRANT UPDATE (source_file_id, source_name, source_line) ON observation TO ${releaseWriterRole};
