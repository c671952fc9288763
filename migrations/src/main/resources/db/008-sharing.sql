--liquibase formatted sql

-- The functions that policies call. Each is the owner's, sees past row-level security, and says only what the viewer bound to
-- this transaction may know. Policies call them as (SELECT ...), so that each is computed once a statement.

--changeset sightline:viewer-functions splitStatements:false
CREATE FUNCTION viewer_member() RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT id FROM public.member
        WHERE subject = nullif(current_setting('sightline.viewer', true), '') AND revoked_at IS NULL $$;

CREATE FUNCTION viewer_organisation() RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT organisation_id FROM public.member
        WHERE subject = nullif(current_setting('sightline.viewer', true), '') AND revoked_at IS NULL $$;

-- The council of the viewer's organisation, null where that is none.
CREATE FUNCTION viewer_council() RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT council_id FROM public.organisation WHERE id = public.viewer_organisation() $$;

CREATE FUNCTION viewer_has_role(asked text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT coalesce((SELECT asked = ANY (roles) FROM public.member
        WHERE subject = nullif(current_setting('sightline.viewer', true), '') AND revoked_at IS NULL), false) $$;

-- Who a token's subject is, for the first statement of a transaction, before a viewer is bound.
CREATE FUNCTION member_of_subject(asked text)
  RETURNS TABLE (member_id integer, name text, roles text[], machine boolean, organisation_id integer,
    organisation_code text, organisation_name text, organisation_kind text, council_id integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT member.id, member.name, member.roles, member.kind = 'MACHINE', organisation.id,
          organisation.code, organisation.name, organisation.kind, organisation.council_id
        FROM public.member JOIN public.organisation ON organisation.id = member.organisation_id
        WHERE member.subject = asked AND member.revoked_at IS NULL $$;

-- Accepts the invitation of an e-mail address that the sign-in service has verified; true where there was one. The first data
-- owner's acceptance completes the organisation's onboarding. Where the token claims an organisation, only that one's is accepted.
CREATE FUNCTION accept_invitation(given_subject text, verified_email text, claimed_code text) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ WITH accepted AS (
          UPDATE public.member SET subject = given_subject, accepted_at = now(), version = version + 1
          WHERE email = lower(verified_email) AND subject IS NULL AND revoked_at IS NULL AND kind = 'PERSON'
            AND NOT EXISTS (SELECT FROM public.member AS other WHERE other.subject = given_subject AND other.revoked_at IS NULL)
            AND (claimed_code IS NULL
              OR organisation_id = (SELECT organisation.id FROM public.organisation WHERE organisation.code = claimed_code))
          RETURNING organisation_id, roles),
        completed AS (
          UPDATE public.organisation SET onboarded_at = now()
          WHERE onboarded_at IS NULL AND id IN (SELECT organisation_id FROM accepted WHERE 'data-owner' = ANY (roles)))
        SELECT EXISTS (SELECT FROM accepted) $$;

-- Ends an import whose bringer has been revoked, or is no contributor any more, in the meantime: nobody else writes its row.
CREATE FUNCTION end_abandoned_import(asked uuid) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ WITH ended AS (
          UPDATE public.import_run SET state = 'FAILED', phase = 'ENDED', finished_at = clock_timestamp(),
            message = 'Whoever brought this file lost the right to while it was imported. Nothing of it was written.'
          FROM public.member
          WHERE import_run.id = asked AND import_run.state = 'RUNNING' AND member.id = import_run.started_by
            AND (member.revoked_at IS NOT NULL OR NOT 'contributor' = ANY (member.roles))
          RETURNING import_run.id)
        SELECT EXISTS (SELECT FROM ended) $$;

--changeset sightline:grant-functions splitStatements:false
-- Every grant to the viewer that holds now, one row for each owner and agreement or protocol.
CREATE FUNCTION viewer_grants()
  RETURNS TABLE (owner_organisation_id integer, datasets text[], indicator_ids integer[], periods_from date, periods_to date,
    is_reciprocal boolean, agreement_id integer, protocol_id integer, since timestamptz, until timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT agreement.owner_organisation_id, agreement.datasets, agreement.indicator_ids, agreement.periods_from,
    agreement.periods_to, false, agreement.id, NULL::integer,
    greatest(agreement.valid_from, ours.signed_at, theirs.signed_at), agreement.valid_to
  FROM public.sharing_agreement AS agreement
  JOIN public.sharing_agreement_signature AS ours
    ON ours.agreement_id = agreement.id AND ours.organisation_id = agreement.recipient_organisation_id
  JOIN public.sharing_agreement_signature AS theirs
    ON theirs.agreement_id = agreement.id AND theirs.organisation_id = agreement.owner_organisation_id
  WHERE agreement.recipient_organisation_id = public.viewer_organisation()
    AND (agreement.recipient_member_id IS NULL
      OR (agreement.recipient_member_id = public.viewer_member()
        AND (agreement.recipient_kind <> 'DFE' OR public.viewer_has_role('adviser'))))
    AND agreement.revoked_at IS NULL
    AND agreement.valid_from <= now() AND now() < agreement.valid_to
  UNION ALL
  SELECT theirs.organisation_id, protocol.datasets, protocol.indicator_ids, protocol.periods_from,
    protocol.periods_to, protocol.reciprocal, NULL::integer, protocol.id,
    greatest(protocol.valid_from, ours.signed_at, theirs.signed_at), protocol.valid_to
  FROM public.sharing_protocol_party AS ours
  JOIN public.sharing_protocol AS protocol ON protocol.id = ours.protocol_id
  JOIN public.sharing_protocol_party AS theirs
    ON theirs.protocol_id = protocol.id AND theirs.organisation_id <> ours.organisation_id
  WHERE ours.organisation_id = public.viewer_organisation()
    AND ours.signed_at IS NOT NULL AND ours.left_at IS NULL
    AND theirs.signed_at IS NOT NULL AND theirs.left_at IS NULL
    AND protocol.valid_from <= now() AND now() < protocol.valid_to
$$;

-- The organisations that share the whole of a dataset with the viewer.
CREATE FUNCTION organisations_sharing(dataset text) RETURNS integer[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(array_agg(DISTINCT owner_organisation_id), '{}')
  FROM public.viewer_grants()
  WHERE dataset = ANY (datasets) AND NOT is_reciprocal
    AND indicator_ids IS NULL AND periods_from IS NULL AND periods_to IS NULL
$$;

-- What narrowed and reciprocal grants let the viewer see: indicators and periods of editions that their owners share.
CREATE FUNCTION shared_coverage()
  RETURNS TABLE (edition_id integer, indicator_id integer, period_id integer, owner_organisation_id integer,
    agreement_id integer, protocol_id integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coverage.edition_id, coverage.indicator_id, coverage.period_id, edition.owner_organisation_id,
    granted.agreement_id, granted.protocol_id
  FROM public.viewer_grants() AS granted
  JOIN public.edition ON edition.owner_organisation_id = granted.owner_organisation_id AND edition.access_class = 'SHARED'
  JOIN public.edition_coverage AS coverage ON coverage.edition_id = edition.id
  JOIN public.period ON period.id = coverage.period_id
  WHERE 'INDICATORS' = ANY (granted.datasets)
    AND (granted.is_reciprocal OR granted.indicator_ids IS NOT NULL OR granted.periods_from IS NOT NULL
      OR granted.periods_to IS NOT NULL)
    AND (granted.indicator_ids IS NULL OR coverage.indicator_id = ANY (granted.indicator_ids))
    AND (granted.periods_from IS NULL OR period.starts_on >= granted.periods_from)
    AND (granted.periods_to IS NULL OR period.ends_on <= granted.periods_to)
    AND (NOT granted.is_reciprocal OR EXISTS (
      SELECT FROM public.edition AS own
      JOIN public.edition_coverage AS released ON released.edition_id = own.id
      WHERE own.owner_organisation_id = public.viewer_organisation() AND (own.access_class IN ('SHARED', 'PUBLISHED')
          OR (own.access_class = 'EMBARGOED' AND own.embargoed_until <= now()))
        AND released.indicator_id = coverage.indicator_id AND released.period_id = coverage.period_id
        AND released.has_value))
$$;

-- The protocols that the viewer's organisation convenes, is invited to, or has been a party of: it may go on reading their text.
CREATE FUNCTION viewer_protocols() RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT protocol_id FROM public.sharing_protocol_party WHERE organisation_id = public.viewer_organisation()
  UNION
  SELECT id FROM public.sharing_protocol WHERE convenor_organisation_id = public.viewer_organisation()
$$;

-- Those of them whose other parties it may know: who has left learns no more of who joins.
CREATE FUNCTION viewer_current_protocols() RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT protocol_id FROM public.sharing_protocol_party
  WHERE organisation_id = public.viewer_organisation() AND left_at IS NULL
  UNION
  SELECT id FROM public.sharing_protocol WHERE convenor_organisation_id = public.viewer_organisation()
$$;

-- The names that the agreements of the viewer's organisation speak of. A side does not see the other's members, but it has a
-- right to know whom the agreement names, who proposed it, and for which side somebody revoked it.
CREATE FUNCTION viewer_agreement_names()
  RETURNS TABLE (agreement_id integer, person_name text, proposer_name text, revoked_by_organisation_id integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT agreement.id, person.name, proposer.name, revoker.organisation_id
  FROM public.sharing_agreement AS agreement
  JOIN public.member AS proposer ON proposer.id = agreement.proposed_by
  LEFT JOIN public.member AS person ON person.id = agreement.recipient_member_id
  LEFT JOIN public.member AS revoker ON revoker.id = agreement.revoked_by
  WHERE agreement.owner_organisation_id = public.viewer_organisation()
    OR (agreement.recipient_organisation_id = public.viewer_organisation()
      AND (agreement.recipient_member_id IS NULL OR agreement.recipient_member_id = public.viewer_member()
        OR public.viewer_has_role('data-owner')))
$$;

--changeset sightline:owned-rows-seen
-- The one pattern: published, or its embargo is over; or one's own; or shared, by a grant over the whole dataset or over this
-- indicator and period.
CREATE INDEX edition_by_owner ON edition (owner_organisation_id) WHERE owner_organisation_id IS NOT NULL;

DROP POLICY edition_seen ON edition;
CREATE POLICY edition_seen ON edition FOR SELECT TO ${appRole} USING (
  (SELECT viewer_is_bound()) AND (
    access_class = 'PUBLISHED' OR (access_class = 'EMBARGOED' AND embargoed_until <= now())
    OR owner_organisation_id = (SELECT viewer_organisation())
    OR (access_class = 'SHARED' AND (
      owner_organisation_id = ANY ((SELECT organisations_sharing('INDICATORS'))::integer[])
      OR id IN (SELECT shared.edition_id FROM shared_coverage() AS shared)))));

DROP POLICY observation_seen ON observation;
CREATE POLICY observation_seen ON observation FOR SELECT TO ${appRole} USING (
  (SELECT viewer_is_bound()) AND (
    access_class = 'PUBLISHED' OR (access_class = 'EMBARGOED' AND embargoed_until <= now())
    OR owner_organisation_id = (SELECT viewer_organisation())
    OR (access_class = 'SHARED' AND (
      owner_organisation_id = ANY ((SELECT organisations_sharing('INDICATORS'))::integer[])
      OR (edition_id, indicator_id, period_id) IN (
        SELECT shared.edition_id, shared.indicator_id, shared.period_id FROM shared_coverage() AS shared)))));

-- What hangs on an edition is seen with it; of a shared one, only the indicators and periods that are granted.
DROP POLICY edition_coverage_seen ON edition_coverage;
CREATE POLICY edition_coverage_seen ON edition_coverage FOR SELECT TO ${appRole} USING (
  edition_id IN (
    SELECT edition.id FROM edition
    WHERE edition.access_class <> 'SHARED' OR edition.owner_organisation_id = (SELECT viewer_organisation())
      OR edition.owner_organisation_id = ANY ((SELECT organisations_sharing('INDICATORS'))::integer[]))
  OR (edition_id, indicator_id, period_id) IN (
    SELECT shared.edition_id, shared.indicator_id, shared.period_id FROM shared_coverage() AS shared));

-- A file's size and hash speak of all its rows: whom only some of them are granted does not see it.
DROP POLICY source_file_seen ON source_file;
CREATE POLICY source_file_seen ON source_file FOR SELECT TO ${appRole} USING (
  edition_id IN (
    SELECT edition.id FROM edition
    WHERE edition.access_class <> 'SHARED' OR edition.owner_organisation_id = (SELECT viewer_organisation())
      OR edition.owner_organisation_id = ANY ((SELECT organisations_sharing('INDICATORS'))::integer[])));

ALTER TABLE edition_breakdown ENABLE ROW LEVEL SECURITY;
CREATE POLICY edition_breakdown_seen ON edition_breakdown FOR SELECT TO ${appRole}
  USING ((edition_id, indicator_id, period_id) IN (
    SELECT coverage.edition_id, coverage.indicator_id, coverage.period_id FROM edition_coverage AS coverage));
CREATE POLICY edition_breakdown_written ON edition_breakdown TO ${releaseWriterRole}
  USING (owner_key = 0) WITH CHECK (owner_key = 0);

ALTER TABLE release ENABLE ROW LEVEL SECURITY;
CREATE POLICY release_seen ON release FOR SELECT TO ${appRole} USING (
  (SELECT viewer_is_bound()) AND (
    owner_organisation_id = (SELECT viewer_organisation()) OR id IN (SELECT edition.release_id FROM edition)));
CREATE POLICY release_written ON release TO ${releaseWriterRole}
  USING (owner_organisation_id IS NULL) WITH CHECK (owner_organisation_id IS NULL);

CREATE POLICY import_run_seen ON import_run FOR SELECT TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY import_rejection_seen ON import_rejection FOR SELECT TO ${appRole}
  USING (owner_key = (SELECT viewer_organisation()));

--changeset sightline:owned-rows-written
-- A contributor writes rows of the own organisation, about the own council, and names their class; a data owner changes it, and
-- publishes. A figure is of the class of its edition.
CREATE POLICY release_contributed ON release FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')));
CREATE POLICY edition_contributed ON edition FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (access_class <> 'PUBLISHED' OR (SELECT viewer_has_role('data-owner'))));
CREATE POLICY edition_coverage_contributed ON edition_coverage FOR INSERT TO ${appRole}
  WITH CHECK (owner_key = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')));
CREATE POLICY edition_breakdown_contributed ON edition_breakdown FOR INSERT TO ${appRole}
  WITH CHECK (owner_key = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')));
CREATE POLICY source_file_contributed ON source_file FOR INSERT TO ${appRole}
  WITH CHECK (owner_key = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')));
CREATE POLICY observation_contributed ON observation FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND area_id = (SELECT viewer_council())
    AND (SELECT viewer_has_role('contributor'))
    AND (edition_id, access_class, coalesce(embargoed_until, 'infinity')) IN (
      SELECT edition.id, edition.access_class, coalesce(edition.embargoed_until, 'infinity') FROM edition));
CREATE POLICY import_run_contributed ON import_run FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND started_by = (SELECT viewer_member())
    AND (SELECT viewer_has_role('contributor')));
CREATE POLICY import_run_continued ON import_run FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY import_rejection_contributed ON import_rejection FOR INSERT TO ${appRole}
  WITH CHECK (owner_key = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')));

CREATE POLICY edition_reclassified ON edition FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('data-owner')))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY observation_reclassified ON observation FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('data-owner')))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()));

ALTER TABLE access_class_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY access_class_change_seen ON access_class_change FOR SELECT TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY access_class_change_written ON access_class_change FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND changed_by = (SELECT viewer_member())
    AND (SELECT viewer_has_role('data-owner')));

-- Periods and breakdowns are words, seen by all; a contributor's file may bring a new one.
ALTER TABLE period ENABLE ROW LEVEL SECURITY;
ALTER TABLE breakdown ENABLE ROW LEVEL SECURITY;
CREATE POLICY period_seen ON period FOR SELECT TO ${appRole} USING (true);
CREATE POLICY period_contributed ON period FOR INSERT TO ${appRole} WITH CHECK ((SELECT viewer_has_role('contributor')));
CREATE POLICY period_written ON period TO ${releaseWriterRole} USING (true) WITH CHECK (true);
CREATE POLICY breakdown_seen ON breakdown FOR SELECT TO ${appRole} USING (true);
CREATE POLICY breakdown_contributed ON breakdown FOR INSERT TO ${appRole} WITH CHECK ((SELECT viewer_has_role('contributor')));
CREATE POLICY breakdown_written ON breakdown TO ${releaseWriterRole} USING (true) WITH CHECK (true);

--changeset sightline:organisations-seen-and-written
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE member ENABLE ROW LEVEL SECURITY;

-- Who takes part is known among members; to nobody else.
CREATE POLICY organisation_seen ON organisation FOR SELECT TO ${appRole} USING (
  ((SELECT viewer_organisation()) IS NOT NULL AND onboarded_at IS NOT NULL)
  OR id = (SELECT viewer_organisation()) OR (SELECT viewer_has_role('operator')));
CREATE POLICY organisation_onboarded ON organisation FOR INSERT TO ${appRole} WITH CHECK ((SELECT viewer_has_role('operator')));
CREATE POLICY organisation_completed ON organisation FOR UPDATE TO ${appRole}
  USING ((SELECT viewer_has_role('operator')) AND onboarded_at IS NULL) WITH CHECK ((SELECT viewer_has_role('operator')));
CREATE POLICY organisation_undone ON organisation FOR DELETE TO ${appRole}
  USING ((SELECT viewer_has_role('operator')) AND onboarded_at IS NULL);

-- Colleagues see one another; data owners see the advisers whom an agreement may name; operators see whom they invited first,
-- and the first data owner of an onboarding that any of them has to complete or undo. Once it is complete, none adds another.
CREATE POLICY member_seen ON member FOR SELECT TO ${appRole} USING (
  organisation_id = (SELECT viewer_organisation())
  OR ('adviser' = ANY (roles) AND revoked_at IS NULL AND (SELECT viewer_has_role('data-owner')))
  OR ((SELECT viewer_has_role('operator')) AND (invited_by = (SELECT viewer_member())
    OR organisation_id IN (SELECT organisation.id FROM organisation WHERE organisation.onboarded_at IS NULL))));
CREATE POLICY member_invited ON member FOR INSERT TO ${appRole} WITH CHECK (
  invited_by = (SELECT viewer_member()) AND (
    (organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('data-owner')))
    OR ((SELECT viewer_has_role('operator')) AND roles = ARRAY['analyst', 'data-owner'] AND subject IS NULL
      AND organisation_id IN (SELECT organisation.id FROM organisation WHERE organisation.onboarded_at IS NULL))));
CREATE POLICY member_changed ON member FOR UPDATE TO ${appRole}
  USING (organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('data-owner')) AND revoked_at IS NULL)
  WITH CHECK (organisation_id = (SELECT viewer_organisation())
    AND (revoked_by IS NULL OR revoked_by = (SELECT viewer_member())));
CREATE POLICY member_undone ON member FOR DELETE TO ${appRole}
  USING ((SELECT viewer_has_role('operator')) AND subject IS NULL
    AND EXISTS (SELECT FROM organisation WHERE organisation.id = member.organisation_id AND organisation.onboarded_at IS NULL));

--changeset sightline:agreements-seen-and-written
ALTER TABLE sharing_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE sharing_agreement_signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE sharing_protocol ENABLE ROW LEVEL SECURITY;
ALTER TABLE sharing_protocol_party ENABLE ROW LEVEL SECURITY;

CREATE POLICY sharing_agreement_seen ON sharing_agreement FOR SELECT TO ${appRole} USING (
  owner_organisation_id = (SELECT viewer_organisation())
  OR (recipient_organisation_id = (SELECT viewer_organisation())
    AND (recipient_member_id IS NULL OR recipient_member_id = (SELECT viewer_member()) OR (SELECT viewer_has_role('data-owner')))));
CREATE POLICY sharing_agreement_proposed ON sharing_agreement FOR INSERT TO ${appRole} WITH CHECK (
  proposed_by_organisation_id = (SELECT viewer_organisation()) AND proposed_by = (SELECT viewer_member())
  AND (SELECT viewer_has_role('data-owner')) AND revoked_at IS NULL);
CREATE POLICY sharing_agreement_revoked ON sharing_agreement FOR UPDATE TO ${appRole}
  USING ((SELECT viewer_organisation()) IN (owner_organisation_id, recipient_organisation_id)
    AND (SELECT viewer_has_role('data-owner')) AND revoked_at IS NULL)
  WITH CHECK (revoked_by = (SELECT viewer_member()) AND revoked_at = now());

CREATE POLICY sharing_agreement_signature_seen ON sharing_agreement_signature FOR SELECT TO ${appRole}
  USING (agreement_id IN (SELECT sharing_agreement.id FROM sharing_agreement));
CREATE POLICY sharing_agreement_signed ON sharing_agreement_signature FOR INSERT TO ${appRole} WITH CHECK (
  organisation_id = (SELECT viewer_organisation()) AND signed_by = (SELECT viewer_member())
  AND signed_at = now() AND (SELECT viewer_has_role('data-owner'))
  AND EXISTS (SELECT FROM sharing_agreement AS agreement
    WHERE agreement.id = agreement_id AND agreement.revoked_at IS NULL
      AND organisation_id IN (agreement.owner_organisation_id, agreement.recipient_organisation_id)));

CREATE POLICY sharing_protocol_seen ON sharing_protocol FOR SELECT TO ${appRole} USING (
  convenor_organisation_id = (SELECT viewer_organisation()) OR id IN (SELECT viewer_protocols()));
CREATE POLICY sharing_protocol_proposed ON sharing_protocol FOR INSERT TO ${appRole} WITH CHECK (
  convenor_organisation_id = (SELECT viewer_organisation()) AND proposed_by = (SELECT viewer_member())
  AND (SELECT viewer_has_role('data-owner')));

CREATE POLICY sharing_protocol_party_seen ON sharing_protocol_party FOR SELECT TO ${appRole}
  USING (organisation_id = (SELECT viewer_organisation()) OR protocol_id IN (SELECT viewer_current_protocols()));
CREATE POLICY sharing_protocol_party_invited ON sharing_protocol_party FOR INSERT TO ${appRole} WITH CHECK (
  invited_by = (SELECT viewer_member()) AND (SELECT viewer_has_role('data-owner')) AND signed_at IS NULL AND left_at IS NULL
  AND protocol_id IN (SELECT sharing_protocol.id FROM sharing_protocol
    WHERE sharing_protocol.convenor_organisation_id = (SELECT viewer_organisation())
      AND organisation_kind = ANY (sharing_protocol.open_to)));
CREATE POLICY sharing_protocol_party_decided ON sharing_protocol_party FOR UPDATE TO ${appRole}
  USING (organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('data-owner')) AND left_at IS NULL)
  WITH CHECK (organisation_id = (SELECT viewer_organisation())
    AND ((left_by = (SELECT viewer_member()) AND left_at = now())
      OR (left_by IS NULL AND signed_by = (SELECT viewer_member()) AND signed_at = now())));

--changeset sightline:access-log-seen-and-written
ALTER TABLE access_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY access_log_seen ON access_log FOR SELECT TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('data-owner')));
CREATE POLICY access_log_written ON access_log FOR INSERT TO ${appRole}
  WITH CHECK (reader_member_id = (SELECT viewer_member()) AND reader_organisation_id = (SELECT viewer_organisation()));

--changeset sightline:ids-that-count-nothing splitStatements:false
-- Ids of things with an owner reach viewers: numbered one after another they would tell how many others there are. Each is a
-- number that has not been used, scrambled under a key of this database, which the service cannot read.
CREATE TABLE id_key (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), secret uuid NOT NULL DEFAULT gen_random_uuid());
ALTER TABLE id_key ENABLE ROW LEVEL SECURITY;
INSERT INTO id_key DEFAULT VALUES;
CREATE SEQUENCE scrambled_id MAXVALUE 1073741823;

-- A Feistel network of four rounds over 30 bits: one number for each, never the same for two. 1000000 upwards: below that tables
-- may be numbered by hand.
CREATE FUNCTION scrambled(number integer) RETURNS integer
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  high integer := number >> 15;
  low integer := number & 32767;
  next_low integer;
  key text := (SELECT secret::text FROM public.id_key);
BEGIN
  FOR round IN 1..4 LOOP
    next_low := high # (('x' || substr(md5(key || round || ':' || low), 1, 4))::bit(16)::integer & 32767);
    high := low;
    low := next_low;
  END LOOP;
  RETURN (high << 15) | low;
END
$$;

CREATE FUNCTION new_id() RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  id integer;
BEGIN
  LOOP
    id := public.scrambled(nextval('public.scrambled_id')::integer);
    EXIT WHEN id >= 1000000;
  END LOOP;
  RETURN id;
END
$$;

ALTER TABLE release ALTER COLUMN id DROP IDENTITY, ALTER COLUMN id SET DEFAULT new_id();
ALTER TABLE organisation ALTER COLUMN id DROP IDENTITY, ALTER COLUMN id SET DEFAULT new_id();
ALTER TABLE member ALTER COLUMN id DROP IDENTITY, ALTER COLUMN id SET DEFAULT new_id();
ALTER TABLE sharing_agreement ALTER COLUMN id DROP IDENTITY, ALTER COLUMN id SET DEFAULT new_id();
ALTER TABLE sharing_protocol ALTER COLUMN id DROP IDENTITY, ALTER COLUMN id SET DEFAULT new_id();

--changeset sightline:sharing-grants
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_is_bound() TO ${appRole}, ${releaseWriterRole};
GRANT EXECUTE ON FUNCTION viewer_member(), viewer_organisation(), viewer_council(), viewer_has_role(text),
  member_of_subject(text), accept_invitation(text, text, text), end_abandoned_import(uuid), viewer_grants(),
  organisations_sharing(text), shared_coverage(),
  viewer_protocols(), viewer_current_protocols(), viewer_agreement_names(), make_access_log_months() TO ${appRole};

GRANT EXECUTE ON FUNCTION new_id() TO ${appRole}, ${releaseWriterRole};
GRANT SELECT ON edition_breakdown TO ${appRole}, ${releaseWriterRole};
GRANT INSERT ON edition_breakdown TO ${releaseWriterRole};

GRANT SELECT ON organisation, member, sharing_agreement, sharing_agreement_signature, sharing_protocol, sharing_protocol_party,
  access_log, access_class_change, import_run, import_rejection TO ${appRole};
GRANT INSERT ON period, breakdown, release, edition, edition_coverage, edition_breakdown, source_file, observation, import_run,
  import_rejection, access_class_change, organisation, member, sharing_agreement, sharing_agreement_signature,
  sharing_protocol, sharing_protocol_party, access_log TO ${appRole};
GRANT UPDATE (access_class, embargoed_until) ON edition, observation TO ${appRole};
GRANT UPDATE (edition_id, state, phase, bytes_read, rows_read, message, report, sha256, release_code, heartbeat_at, finished_at)
  ON import_run TO ${appRole};
GRANT UPDATE (keycloak_id, invited_at) ON organisation TO ${appRole};
GRANT UPDATE (name, roles, revoked_by, revoked_at, version) ON member TO ${appRole};
GRANT UPDATE (revoked_at, revoked_by, revoked_by_name, revoked_because) ON sharing_agreement TO ${appRole};
GRANT UPDATE (signed_by, signed_by_name, signed_as, signed_at, left_by, left_by_name, left_at) ON sharing_protocol_party
  TO ${appRole};
GRANT DELETE ON organisation, member TO ${appRole};
