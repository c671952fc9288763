--liquibase formatted sql

--changeset sightline:record-sharing-functions splitStatements:false
-- Whether the viewer's organisation has itself let others see something of a dataset: what a reciprocal protocol asks for. A
-- finding is seen with its inspection only, so one on an inspection that is kept back is no release.
CREATE FUNCTION viewer_has_released(dataset text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT CASE dataset
    WHEN 'PLANS' THEN EXISTS (
      SELECT FROM public.plan
      WHERE owner_organisation_id = public.viewer_organisation() AND (access_class IN ('SHARED', 'PUBLISHED')
        OR (access_class = 'EMBARGOED' AND embargoed_until <= now())))
    WHEN 'INSPECTIONS' THEN EXISTS (
      SELECT FROM public.inspection
      WHERE owner_organisation_id = public.viewer_organisation() AND (access_class IN ('SHARED', 'PUBLISHED')
        OR (access_class = 'EMBARGOED' AND embargoed_until <= now())))
      OR EXISTS (
      SELECT FROM public.finding JOIN public.inspection ON inspection.id = finding.inspection_id
      WHERE finding.owner_organisation_id = public.viewer_organisation() AND inspection.owner_organisation_id IS NULL
        AND (finding.access_class IN ('SHARED', 'PUBLISHED')
          OR (finding.access_class = 'EMBARGOED' AND finding.embargoed_until <= now())))
    ELSE false END
$$;

-- The organisations whose records of a dataset without indicators or periods the viewer may see. A grant that is narrowed to
-- indicators or periods says nothing of records, so it opens none.
CREATE FUNCTION organisations_sharing_records(dataset text) RETURNS integer[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(array_agg(DISTINCT owner_organisation_id), '{}')
  FROM public.viewer_grants()
  WHERE dataset = ANY (datasets) AND indicator_ids IS NULL AND periods_from IS NULL AND periods_to IS NULL
    AND (NOT is_reciprocal OR public.viewer_has_released(dataset))
$$;

-- The organisations of the councils that have agreed to anything with the viewer: whom a formal review may be about.
CREATE FUNCTION councils_agreed_with() RETURNS integer[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(array_agg(DISTINCT organisation.council_id), '{}')
  FROM public.viewer_grants() AS granted JOIN public.organisation ON organisation.id = granted.owner_organisation_id
  WHERE organisation.council_id IS NOT NULL
$$;

-- The schemes that a plan or a report of the viewer's may be of: the organisation's own, and those that nobody owns. With another's, it would
-- go on showing that scheme after its owner has ended an agreement. A function, because the policy of schemes asks that of plans.
CREATE FUNCTION schemes_to_use() RETURNS integer[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(array_agg(id), '{}') FROM public.status_scheme
  WHERE owner_organisation_id IS NULL OR owner_organisation_id = public.viewer_organisation()
$$;

-- Who sees a record is the data owner's decision: a policy sees the new row only, this sees the old one as well.
CREATE FUNCTION guard_access_class() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF (NEW.access_class, NEW.embargoed_until) IS DISTINCT FROM (OLD.access_class, OLD.embargoed_until)
    AND public.viewer_is_bound() AND NOT public.viewer_has_role('data-owner') THEN
    RAISE EXCEPTION 'Only a data owner changes who sees a record.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER inspection_access_class BEFORE UPDATE ON inspection FOR EACH ROW EXECUTE FUNCTION guard_access_class();
CREATE TRIGGER finding_access_class BEFORE UPDATE ON finding FOR EACH ROW EXECUTE FUNCTION guard_access_class();
CREATE TRIGGER intervention_access_class BEFORE UPDATE ON intervention FOR EACH ROW EXECUTE FUNCTION guard_access_class();
CREATE TRIGGER plan_access_class BEFORE UPDATE ON plan FOR EACH ROW EXECUTE FUNCTION guard_access_class();

-- An action that had no day gets its first one later; once there is one, nobody moves it.
CREATE FUNCTION guard_original_day() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF OLD.original_due_on IS NOT NULL AND NEW.original_due_on IS DISTINCT FROM OLD.original_due_on THEN
    RAISE EXCEPTION 'The first day by which an action was due never changes.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER action_original_day BEFORE UPDATE ON action FOR EACH ROW EXECUTE FUNCTION guard_original_day();

--changeset sightline:joined-inspections splitStatements:false
-- Two official inspections that a further source shows to be one: what hangs on the one hangs on the other from now on, whoever
-- it belongs to.
CREATE FUNCTION join_inspections(gone integer, kept integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF (SELECT count(*) FROM public.inspection WHERE id IN (gone, kept) AND owner_organisation_id IS NULL) <> 2
    OR (SELECT count(DISTINCT (council_id, framework_code)) FROM public.inspection WHERE id IN (gone, kept)) <> 1
    OR EXISTS (SELECT FROM public.inspection_account WHERE inspection_id = gone) THEN
    RAISE EXCEPTION 'The inspections % and % cannot be joined.', gone, kept;
  END IF;
  UPDATE public.finding SET inspection_id = kept WHERE inspection_id = gone;
  UPDATE public.plan SET inspection_id = kept WHERE inspection_id = gone;
  DELETE FROM public.inspection WHERE id = gone;
END
$$;

--changeset sightline:record-class-changes
-- A data owner's change of a record's class, who and when.
CREATE TABLE record_class_change (
  id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  record_type text NOT NULL CHECK (record_type IN ('INSPECTION', 'FINDING', 'INTERVENTION', 'PLAN')),
  record_id integer NOT NULL,
  owner_organisation_id integer NOT NULL REFERENCES organisation,
  from_class text NOT NULL,
  to_class text NOT NULL,
  embargoed_until timestamptz,
  changed_by integer NOT NULL,
  changed_by_name text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (changed_by, owner_organisation_id) REFERENCES member (id, organisation_id)
);
CREATE INDEX record_class_change_by_record ON record_class_change (record_type, record_id);

--changeset sightline:inspections-seen
ALTER TABLE inspection ENABLE ROW LEVEL SECURITY;
ALTER TABLE inspection_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE inspection_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE judgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE intervention ENABLE ROW LEVEL SECURITY;
ALTER TABLE childrens_home ENABLE ROW LEVEL SECURITY;
ALTER TABLE childrens_home_grade ENABLE ROW LEVEL SECURITY;
ALTER TABLE childrens_home_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE review ENABLE ROW LEVEL SECURITY;
ALTER TABLE review_point ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_class_change ENABLE ROW LEVEL SECURITY;

CREATE POLICY inspection_seen ON inspection FOR SELECT TO ${appRole} USING (
  (SELECT viewer_is_bound()) AND (
    access_class = 'PUBLISHED' OR (access_class = 'EMBARGOED' AND embargoed_until <= now())
    OR owner_organisation_id = (SELECT viewer_organisation())
    OR (access_class = 'SHARED' AND owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::integer[]))));
CREATE POLICY inspection_account_seen ON inspection_account FOR SELECT TO ${appRole}
  USING (inspection_id IN (SELECT inspection.id FROM inspection));
CREATE POLICY inspection_source_seen ON inspection_source FOR SELECT TO ${appRole}
  USING ((SELECT viewer_is_bound()) AND (owner_organisation_id IS NULL
    OR owner_organisation_id = (SELECT viewer_organisation())
    OR id IN (SELECT inspection_account.source_id FROM inspection_account)));
CREATE POLICY judgement_seen ON judgement FOR SELECT TO ${appRole}
  USING (account_id IN (SELECT inspection_account.id FROM inspection_account));
CREATE POLICY finding_seen ON finding FOR SELECT TO ${appRole} USING (
  (SELECT viewer_is_bound()) AND (
    access_class = 'PUBLISHED' OR (access_class = 'EMBARGOED' AND embargoed_until <= now())
    OR owner_organisation_id = (SELECT viewer_organisation())
    OR (access_class = 'SHARED' AND owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::integer[])))
  AND inspection_id IN (SELECT inspection.id FROM inspection));
CREATE POLICY intervention_seen ON intervention FOR SELECT TO ${appRole} USING (
  (SELECT viewer_is_bound()) AND (
    access_class = 'PUBLISHED' OR (access_class = 'EMBARGOED' AND embargoed_until <= now())
    OR owner_organisation_id = (SELECT viewer_organisation())
    OR (access_class = 'SHARED' AND owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::integer[]))));

-- Homes are their council's alone, whatever is agreed; counts of them go by their class.
CREATE POLICY childrens_home_seen ON childrens_home FOR SELECT TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY childrens_home_grade_seen ON childrens_home_grade FOR SELECT TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY childrens_home_count_seen ON childrens_home_count FOR SELECT TO ${appRole} USING (
  (SELECT viewer_is_bound()) AND (
    access_class = 'PUBLISHED' OR (access_class = 'EMBARGOED' AND embargoed_until <= now())
    OR owner_organisation_id = (SELECT viewer_organisation())
    OR (access_class = 'SHARED' AND owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::integer[]))));

-- A review is its author's organisation's, and once issued the reviewed council's as well.
CREATE POLICY review_seen ON review FOR SELECT TO ${appRole} USING (
  owner_organisation_id = (SELECT viewer_organisation())
  OR (issued_at IS NOT NULL AND council_id = (SELECT viewer_council())));
CREATE POLICY review_point_seen ON review_point FOR SELECT TO ${appRole}
  USING (review_id IN (SELECT review.id FROM review));
CREATE POLICY record_class_change_seen ON record_class_change FOR SELECT TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()));

--changeset sightline:inspections-written
-- A contributor keeps records of the own council; to publish or to embargo one takes a data owner. What hangs on something hangs
-- on what is one's own: a key refuses that as well, but it is asked later, and a unique key before it would tell what others have.
CREATE POLICY inspection_recorded ON inspection FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND council_id = (SELECT viewer_council())
    AND (SELECT viewer_has_role('contributor'))
    AND (access_class IN ('SHARED', 'COUNCIL_ONLY') OR (SELECT viewer_has_role('data-owner'))));
CREATE POLICY inspection_changed ON inspection FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation())
    AND ((SELECT viewer_has_role('contributor')) OR (SELECT viewer_has_role('data-owner'))))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY inspection_source_recorded ON inspection_source FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND kind IN ('COUNCIL_PAPER', 'OWN_RECORD'));
CREATE POLICY inspection_account_recorded ON inspection_account FOR INSERT TO ${appRole}
  WITH CHECK (owner_key = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (inspection_id, owner_key) IN (SELECT inspection.id, inspection.owner_key FROM inspection));
CREATE POLICY inspection_account_changed ON inspection_account FOR UPDATE TO ${appRole}
  USING (owner_key = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')))
  WITH CHECK (owner_key = (SELECT viewer_organisation()));
CREATE POLICY judgement_recorded ON judgement FOR INSERT TO ${appRole}
  WITH CHECK (owner_key = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (account_id, owner_key) IN (SELECT inspection_account.id, inspection_account.owner_key FROM inspection_account));
CREATE POLICY judgement_changed ON judgement FOR UPDATE TO ${appRole}
  USING (owner_key = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')))
  WITH CHECK (owner_key = (SELECT viewer_organisation()));
CREATE POLICY finding_recorded ON finding FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND council_id = (SELECT viewer_council())
    AND (SELECT viewer_has_role('contributor'))
    AND (access_class IN ('SHARED', 'COUNCIL_ONLY') OR (SELECT viewer_has_role('data-owner')))
    AND (inspection_id, council_id) IN (SELECT inspection.id, inspection.council_id FROM inspection));
CREATE POLICY finding_changed ON finding FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation())
    AND ((SELECT viewer_has_role('contributor')) OR (SELECT viewer_has_role('data-owner'))))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND council_id = (SELECT viewer_council())
    AND (inspection_id, council_id) IN (SELECT inspection.id, inspection.council_id FROM inspection));
CREATE POLICY intervention_recorded ON intervention FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND council_id = (SELECT viewer_council())
    AND (SELECT viewer_has_role('contributor'))
    AND (access_class IN ('SHARED', 'COUNCIL_ONLY') OR (SELECT viewer_has_role('data-owner'))));
CREATE POLICY intervention_changed ON intervention FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation())
    AND ((SELECT viewer_has_role('contributor')) OR (SELECT viewer_has_role('data-owner'))))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND council_id = (SELECT viewer_council()));
CREATE POLICY childrens_home_recorded ON childrens_home FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_council()) IS NOT NULL
    AND (SELECT viewer_has_role('contributor')));
CREATE POLICY childrens_home_changed ON childrens_home FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY childrens_home_grade_recorded ON childrens_home_grade FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND home_id IN (SELECT childrens_home.id FROM childrens_home));
CREATE POLICY childrens_home_count_given ON childrens_home_count FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND council_id = (SELECT viewer_council())
    AND (SELECT viewer_has_role('data-owner')));

-- What was recorded or given out for a day before can be put right.
CREATE POLICY childrens_home_grade_changed ON childrens_home_grade FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY childrens_home_count_changed ON childrens_home_count FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('data-owner')))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND council_id = (SELECT viewer_council()));

-- An adviser reviews councils that have agreed to it, and changes the own review until it is issued.
CREATE POLICY review_written ON review FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND written_by = (SELECT viewer_member())
    AND (SELECT viewer_has_role('adviser')) AND issued_at IS NULL
    AND council_id = ANY ((SELECT councils_agreed_with())::integer[]));
CREATE POLICY review_changed ON review FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND written_by = (SELECT viewer_member())
    AND (SELECT viewer_has_role('adviser')) AND issued_at IS NULL)
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation())
    AND (issued_at IS NULL OR issued_at = now())
    AND council_id = ANY ((SELECT councils_agreed_with())::integer[]));
CREATE POLICY review_point_written ON review_point FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('adviser'))
    AND review_id IN (
      SELECT review.id FROM review WHERE review.issued_at IS NULL AND review.written_by = (SELECT viewer_member())));
CREATE POLICY review_point_removed ON review_point FOR DELETE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('adviser'))
    AND review_id IN (
      SELECT review.id FROM review WHERE review.issued_at IS NULL AND review.written_by = (SELECT viewer_member())));

CREATE POLICY record_class_change_written ON record_class_change FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND changed_by = (SELECT viewer_member())
    AND (SELECT viewer_has_role('data-owner')));

-- Official files bring what has no owner.
CREATE POLICY inspection_imported ON inspection TO ${releaseWriterRole}
  USING (owner_organisation_id IS NULL) WITH CHECK (owner_organisation_id IS NULL);
CREATE POLICY inspection_source_imported ON inspection_source TO ${releaseWriterRole}
  USING (owner_organisation_id IS NULL) WITH CHECK (owner_organisation_id IS NULL);
CREATE POLICY inspection_account_imported ON inspection_account TO ${releaseWriterRole}
  USING (owner_key = 0) WITH CHECK (owner_key = 0);
CREATE POLICY judgement_imported ON judgement TO ${releaseWriterRole} USING (owner_key = 0) WITH CHECK (owner_key = 0);

--changeset sightline:plans-seen
ALTER TABLE status_scheme ENABLE ROW LEVEL SECURITY;
ALTER TABLE scheme_status ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE workstream ENABLE ROW LEVEL SECURITY;
ALTER TABLE action ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_dependency ENABLE ROW LEVEL SECURITY;
ALTER TABLE impact_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE milestone ENABLE ROW LEVEL SECURITY;
ALTER TABLE milestone_date ENABLE ROW LEVEL SECURITY;
ALTER TABLE status_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE status_report_workstream ENABLE ROW LEVEL SECURITY;
ALTER TABLE status_report_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE status_report_action ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding_action ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_indicator ENABLE ROW LEVEL SECURITY;

CREATE POLICY plan_seen ON plan FOR SELECT TO ${appRole} USING (
  (SELECT viewer_is_bound()) AND (
    access_class = 'PUBLISHED' OR (access_class = 'EMBARGOED' AND embargoed_until <= now())
    OR owner_organisation_id = (SELECT viewer_organisation())
    OR (access_class = 'SHARED' AND owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[]))));

-- A scheme is seen by its owner, and by whoever sees a plan or a report of it.
CREATE POLICY status_scheme_seen ON status_scheme FOR SELECT TO ${appRole} USING (
  (SELECT viewer_is_bound()) AND (owner_organisation_id IS NULL OR owner_organisation_id = (SELECT viewer_organisation())
    OR id IN (SELECT plan.scheme_id FROM plan)
    OR id IN (SELECT status_report.scheme_id FROM status_report WHERE status_report.scheme_id IS NOT NULL)));
CREATE POLICY scheme_status_seen ON scheme_status FOR SELECT TO ${appRole}
  USING (scheme_id IN (SELECT status_scheme.id FROM status_scheme));

-- What hangs on a plan is seen with it.
CREATE POLICY workstream_seen ON workstream FOR SELECT TO ${appRole} USING (plan_id IN (SELECT plan.id FROM plan));
CREATE POLICY action_seen ON action FOR SELECT TO ${appRole} USING (plan_id IN (SELECT plan.id FROM plan));
CREATE POLICY milestone_seen ON milestone FOR SELECT TO ${appRole} USING (plan_id IN (SELECT plan.id FROM plan));
CREATE POLICY status_report_seen ON status_report FOR SELECT TO ${appRole} USING (plan_id IN (SELECT plan.id FROM plan));
CREATE POLICY status_report_workstream_seen ON status_report_workstream FOR SELECT TO ${appRole}
  USING (plan_id IN (SELECT plan.id FROM plan));
CREATE POLICY status_report_count_seen ON status_report_count FOR SELECT TO ${appRole}
  USING (plan_id IN (SELECT plan.id FROM plan));
CREATE POLICY status_report_action_seen ON status_report_action FOR SELECT TO ${appRole}
  USING (report_id IN (SELECT status_report.id FROM status_report));
CREATE POLICY action_change_seen ON action_change FOR SELECT TO ${appRole} USING (action_id IN (SELECT action.id FROM action));
CREATE POLICY action_dependency_seen ON action_dependency FOR SELECT TO ${appRole}
  USING (action_id IN (SELECT action.id FROM action) AND depends_on_id IN (SELECT action.id FROM action));
CREATE POLICY impact_evidence_seen ON impact_evidence FOR SELECT TO ${appRole}
  USING (action_id IN (SELECT action.id FROM action));
CREATE POLICY milestone_date_seen ON milestone_date FOR SELECT TO ${appRole}
  USING (milestone_id IN (SELECT milestone.id FROM milestone));
CREATE POLICY finding_action_seen ON finding_action FOR SELECT TO ${appRole}
  USING (action_id IN (SELECT action.id FROM action) AND finding_id IN (SELECT finding.id FROM finding));
CREATE POLICY action_indicator_seen ON action_indicator FOR SELECT TO ${appRole}
  USING (action_id IN (SELECT action.id FROM action));

--changeset sightline:plans-written
-- A plan answers an inspection of its own council.
CREATE POLICY plan_recorded ON plan FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND council_id = (SELECT viewer_council())
    AND (SELECT viewer_has_role('contributor'))
    AND (access_class IN ('SHARED', 'COUNCIL_ONLY') OR (SELECT viewer_has_role('data-owner')))
    AND scheme_id = ANY ((SELECT schemes_to_use())::integer[])
    AND (inspection_id IS NULL
      OR (inspection_id, council_id) IN (SELECT inspection.id, inspection.council_id FROM inspection)));
CREATE POLICY plan_changed ON plan FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation())
    AND ((SELECT viewer_has_role('contributor')) OR (SELECT viewer_has_role('data-owner'))))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND council_id = (SELECT viewer_council())
    AND scheme_id = ANY ((SELECT schemes_to_use())::integer[])
    AND (inspection_id IS NULL
      OR (inspection_id, council_id) IN (SELECT inspection.id, inspection.council_id FROM inspection)));
CREATE POLICY status_scheme_recorded ON status_scheme FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_council()) IS NOT NULL
    AND (SELECT viewer_has_role('contributor')));
CREATE POLICY scheme_status_recorded ON scheme_status FOR INSERT TO ${appRole}
  WITH CHECK (owner_key = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (scheme_id, owner_key) IN (SELECT status_scheme.id, status_scheme.owner_key FROM status_scheme));
CREATE POLICY workstream_recorded ON workstream FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (plan_id, owner_organisation_id) IN (SELECT plan.id, plan.owner_organisation_id FROM plan));
CREATE POLICY workstream_changed ON workstream FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY action_recorded ON action FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (plan_id, owner_organisation_id) IN (SELECT plan.id, plan.owner_organisation_id FROM plan));
CREATE POLICY action_changed ON action FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY action_change_recorded ON action_change FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND changed_by = (SELECT viewer_member()));
CREATE POLICY action_dependency_recorded ON action_dependency FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (action_id, owner_organisation_id) IN (SELECT action.id, action.owner_organisation_id FROM action));
CREATE POLICY action_dependency_removed ON action_dependency FOR DELETE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')));
CREATE POLICY impact_evidence_recorded ON impact_evidence FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')));
CREATE POLICY milestone_recorded ON milestone FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (plan_id, owner_organisation_id) IN (SELECT plan.id, plan.owner_organisation_id FROM plan));
CREATE POLICY milestone_changed ON milestone FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY milestone_date_recorded ON milestone_date FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (milestone_id, owner_organisation_id) IN (SELECT milestone.id, milestone.owner_organisation_id FROM milestone));

-- A report is issued as a whole, in one transaction, and never changed: now() is the instant at which that began.
CREATE POLICY status_report_issued ON status_report FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND issued_by = (SELECT viewer_member()) AND issued_at = now()
    AND (scheme_id IS NULL OR scheme_id = ANY ((SELECT schemes_to_use())::integer[]))
    AND (plan_id, owner_organisation_id) IN (SELECT plan.id, plan.owner_organisation_id FROM plan));
CREATE POLICY status_report_workstream_issued ON status_report_workstream FOR INSERT TO ${appRole}
  WITH CHECK ((SELECT viewer_has_role('contributor')) AND (report_id, plan_id) IN (
    SELECT status_report.id, status_report.plan_id FROM status_report
    WHERE status_report.owner_organisation_id = (SELECT viewer_organisation()) AND status_report.issued_at = now()));
CREATE POLICY status_report_count_issued ON status_report_count FOR INSERT TO ${appRole}
  WITH CHECK ((SELECT viewer_has_role('contributor')) AND (report_id, plan_id) IN (
    SELECT status_report.id, status_report.plan_id FROM status_report
    WHERE status_report.owner_organisation_id = (SELECT viewer_organisation()) AND status_report.issued_at = now()));
CREATE POLICY status_report_action_issued ON status_report_action FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (report_id, owner_organisation_id) IN (
      SELECT status_report.id, status_report.owner_organisation_id FROM status_report WHERE status_report.issued_at = now()));

CREATE POLICY finding_action_recorded ON finding_action FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (action_id, owner_organisation_id) IN (SELECT action.id, action.owner_organisation_id FROM action)
    AND finding_id IN (SELECT finding.id FROM finding WHERE finding.council_id = (SELECT viewer_council())));
CREATE POLICY finding_action_removed ON finding_action FOR DELETE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')));
CREATE POLICY action_indicator_recorded ON action_indicator FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (action_id, owner_organisation_id) IN (SELECT action.id, action.owner_organisation_id FROM action));
CREATE POLICY action_indicator_removed ON action_indicator FOR DELETE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor')));

--changeset sightline:record-grants
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organisations_sharing_records(text), viewer_has_released(text), councils_agreed_with(),
  schemes_to_use(), natural_order(text) TO ${appRole};
GRANT EXECUTE ON FUNCTION join_inspections(integer, integer) TO ${releaseWriterRole};

GRANT SELECT ON inspection_framework, framework_version, grade, judgement_area, framework_version_area, inspection_type,
  visit_theme, framework_clock, framework_window, bank_holiday, theme TO ${appRole}, ${releaseWriterRole};
GRANT SELECT ON inspection, inspection_source, inspection_account, judgement TO ${appRole}, ${releaseWriterRole};
GRANT INSERT ON inspection, inspection_source, inspection_account, judgement TO ${releaseWriterRole};
GRANT UPDATE (published_on, title, file_name, sha256, mapping, came_at) ON inspection_source TO ${releaseWriterRole};
GRANT UPDATE (inspection_id, type_code, starts_on, ends_on, published_on, is_published, report_url, lead_inspector, source_line)
  ON inspection_account TO ${releaseWriterRole};
GRANT DELETE ON judgement TO ${releaseWriterRole};

GRANT SELECT ON finding, intervention, childrens_home, childrens_home_grade, childrens_home_count, review, review_point,
  record_class_change TO ${appRole};
GRANT INSERT ON inspection, inspection_source, inspection_account, judgement, finding, intervention, childrens_home,
  childrens_home_grade, childrens_home_count, review, review_point, record_class_change TO ${appRole};
GRANT UPDATE (access_class, embargoed_until, version) ON inspection TO ${appRole};
GRANT UPDATE (type_code, starts_on, ends_on, precision, published_on, is_published, visit_themes, lead_inspector, report_url,
  outcome, paragraph) ON inspection_account TO ${appRole};
GRANT UPDATE (grade_code, missing, stated_as) ON judgement TO ${appRole};
GRANT UPDATE (access_class, embargoed_until, kind, number, theme_code, area_code, text, source, paragraph, version) ON finding
  TO ${appRole};
GRANT SELECT ON intervention_span TO ${appRole};
GRANT UPDATE (access_class, embargoed_until, kind, from_on, from_precision, to_on, to_precision, ended, note, source, paragraph,
  version) ON intervention TO ${appRole};
GRANT UPDATE (name, opened_on, closed_on, version) ON childrens_home TO ${appRole};
GRANT UPDATE (precision, grade_code, inspected_on, source, paragraph) ON childrens_home_grade TO ${appRole};
GRANT UPDATE (access_class, embargoed_until, precision, homes, source) ON childrens_home_count TO ${appRole};
GRANT UPDATE (held_on, title, conclusion, issued_at, version) ON review TO ${appRole};
GRANT DELETE ON review_point TO ${appRole};

GRANT SELECT ON status_scheme, scheme_status, plan, workstream, action, action_change, action_dependency, impact_evidence,
  milestone, milestone_date, status_report, status_report_workstream, status_report_count, status_report_action, finding_action,
  action_indicator TO ${appRole};
GRANT INSERT ON status_scheme, scheme_status, plan, workstream, action, action_change, action_dependency, impact_evidence,
  milestone, milestone_date, status_report, status_report_workstream, status_report_count, status_report_action, finding_action,
  action_indicator TO ${appRole};
GRANT UPDATE (access_class, embargoed_until, name, kind, state, scheme_id, parent_plan_id, parent_action_id, inspection_id,
  starts_on, ends_on, drafted_on, finalised_on, changed_at, version) ON plan TO ${appRole};
GRANT UPDATE (position, name, theme_code, lead_role, version) ON workstream TO ${appRole};
GRANT UPDATE (workstream_id, reference, text, owner_role, original_due_on, due_on, status_code, started_on, completed_on,
  removed_at, changed_at, version) ON action TO ${appRole};
GRANT UPDATE (name, met_on, action_id, version) ON milestone TO ${appRole};
GRANT DELETE ON action_dependency, finding_action, action_indicator TO ${appRole};
