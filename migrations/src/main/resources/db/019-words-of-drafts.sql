--liquibase formatted sql

--changeset sightline:class-at-writing splitStatements:false
-- For whom a plan was when something of it was written: what was said in a draft stays with those it was said to. An embargo that was
-- over is PUBLISHED. Of an action that is when its first day was set, when it was taken out of its plan, and when it was changed last.
ALTER TABLE action_change ADD COLUMN written_while text
  CHECK (written_while IN ('PUBLISHED', 'SHARED', 'COUNCIL_ONLY', 'EMBARGOED'));
ALTER TABLE status_report ADD COLUMN written_while text
  CHECK (written_while IN ('PUBLISHED', 'SHARED', 'COUNCIL_ONLY', 'EMBARGOED'));
ALTER TABLE action
  ADD COLUMN first_day_set_while text CHECK (first_day_set_while IN ('PUBLISHED', 'SHARED', 'COUNCIL_ONLY', 'EMBARGOED')),
  ADD COLUMN removed_while text CHECK (removed_while IN ('PUBLISHED', 'SHARED', 'COUNCIL_ONLY', 'EMBARGOED')),
  ADD COLUMN changed_while text CHECK (changed_while IN ('PUBLISHED', 'SHARED', 'COUNCIL_ONLY', 'EMBARGOED'));

-- What was written before these columns were there is told by the changes of the plan's class. How long an embargo was to last that
-- only a later change knows of is not known: it counts as one.
CREATE FUNCTION pg_temp.class_then(plan_key integer, instant timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN was.access_class = 'EMBARGOED' AND was.embargoed_until <= instant THEN 'PUBLISHED' ELSE was.access_class END
  FROM (
    SELECT
      CASE WHEN earlier.to_class IS NOT NULL THEN earlier.to_class
        WHEN later.from_class IS NOT NULL THEN later.from_class ELSE plan.access_class END AS access_class,
      CASE WHEN earlier.to_class IS NOT NULL THEN earlier.embargoed_until
        WHEN later.from_class IS NULL THEN plan.embargoed_until END AS embargoed_until
    FROM plan
    LEFT JOIN LATERAL (
      SELECT to_class, embargoed_until FROM record_class_change
      WHERE record_type = 'PLAN' AND record_id = plan.id AND changed_at < instant
      ORDER BY changed_at DESC, id DESC LIMIT 1) AS earlier ON true
    LEFT JOIN LATERAL (
      SELECT from_class FROM record_class_change
      WHERE record_type = 'PLAN' AND record_id = plan.id AND changed_at >= instant
      ORDER BY changed_at, id LIMIT 1) AS later ON true
    WHERE plan.id = plan_key) AS was
$$;

UPDATE action_change SET written_while = pg_temp.class_then(action.plan_id, action_change.changed_at)
FROM action WHERE action.id = action_change.action_id;
UPDATE status_report SET written_while = pg_temp.class_then(plan_id, issued_at);

-- The first day is set as an action is recorded, or by the last change that names it: nothing moves it afterwards.
UPDATE action SET
  first_day_set_while = CASE WHEN original_due_on IS NOT NULL THEN coalesce((
    SELECT change.written_while FROM action_change AS change
    WHERE change.action_id = action.id AND (change.kind = 'CREATED' OR change.field = 'originalDueOn')
    ORDER BY change.id DESC LIMIT 1), pg_temp.class_then(plan_id, created_at)) END,
  removed_while = CASE WHEN removed_at IS NOT NULL THEN coalesce((
    SELECT change.written_while FROM action_change AS change
    WHERE change.action_id = action.id AND change.kind = 'REMOVED'
    ORDER BY change.id DESC LIMIT 1), pg_temp.class_then(plan_id, removed_at)) END,
  changed_while = coalesce((
    SELECT change.written_while FROM action_change AS change
    WHERE change.action_id = action.id ORDER BY change.id DESC LIMIT 1), pg_temp.class_then(plan_id, changed_at));
DROP FUNCTION pg_temp.class_then(integer, timestamptz);

ALTER TABLE action_change ALTER COLUMN written_while SET NOT NULL;
ALTER TABLE status_report ALTER COLUMN written_while SET NOT NULL;
ALTER TABLE action ALTER COLUMN changed_while SET NOT NULL;

-- Whoever writes says nothing about it. A plan that is not there or another's gets a class all the same: the keys refuse it, in the
-- same words for both.
CREATE FUNCTION class_of_plan(plan_key integer, organisation_key integer) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce((
    SELECT CASE WHEN plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now() THEN 'PUBLISHED' ELSE plan.access_class END
    FROM public.plan WHERE plan.id = plan_key AND plan.owner_organisation_id = organisation_key), 'COUNCIL_ONLY')
$$;

CREATE FUNCTION note_class_of_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.written_while := public.class_of_plan(
    (SELECT action.plan_id FROM public.action WHERE action.id = NEW.action_id), NEW.owner_organisation_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER action_change_class_at_writing BEFORE INSERT ON action_change
  FOR EACH ROW EXECUTE FUNCTION note_class_of_change();

CREATE FUNCTION note_class_of_report() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.written_while := public.class_of_plan(NEW.plan_id, NEW.owner_organisation_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER status_report_class_at_writing BEFORE INSERT ON status_report
  FOR EACH ROW EXECUTE FUNCTION note_class_of_report();

-- Of a row that is new there is no old one, and so no day and no removal that stood before.
CREATE FUNCTION note_class_of_action() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  class_now text := public.class_of_plan(NEW.plan_id, NEW.owner_organisation_id);
BEGIN
  NEW.first_day_set_while := CASE WHEN NEW.original_due_on IS NULL THEN NULL
    WHEN NEW.original_due_on = OLD.original_due_on THEN OLD.first_day_set_while ELSE class_now END;
  NEW.removed_while := CASE WHEN NEW.removed_at IS NULL THEN NULL
    WHEN NEW.removed_at = OLD.removed_at THEN OLD.removed_while ELSE class_now END;
  NEW.changed_while := class_now;
  RETURN NEW;
END
$$;
CREATE TRIGGER action_class_at_writing BEFORE INSERT OR UPDATE ON action
  FOR EACH ROW EXECUTE FUNCTION note_class_of_action();

--changeset sightline:words-told splitStatements:false
-- The changes of some actions of plans in sight. The own organisation is told all of them; another the words of what was written while
-- the plan was PUBLISHED, or SHARED with an agreement that it has now, and of the rest the kind and the day, as London counts it. Who
-- made a change is for the own organisation alone. An action is not there for whom it was not told that it was taken out of its plan.
CREATE FUNCTION action_changes_told(action_keys integer[])
  RETURNS TABLE (id bigint, action_id integer, kind text, is_withheld boolean, changed_at timestamptz, field text, old_value text,
    new_value text, reason text, changed_by_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT change.id, change.action_id, change.kind, NOT known.is_told,
    CASE WHEN known.is_told THEN change.changed_at ELSE date_trunc('day', change.changed_at, 'Europe/London') END,
    CASE WHEN known.is_told THEN change.field END, CASE WHEN known.is_told THEN change.old_value END,
    CASE WHEN known.is_told THEN change.new_value END, CASE WHEN known.is_told THEN change.reason END,
    CASE WHEN known.is_own THEN change.changed_by_name END
  FROM public.action_change AS change
  JOIN public.action ON action.id = change.action_id JOIN public.plan ON plan.id = action.plan_id
  CROSS JOIN LATERAL (
    SELECT coalesce(plan.owner_organisation_id = (SELECT public.viewer_organisation()), false) AS is_own,
      coalesce(plan.owner_organisation_id = ANY ((SELECT public.organisations_sharing_records('PLANS'))::integer[]), false)
        AS is_shared_with) AS given
  CROSS JOIN LATERAL (
    SELECT given.is_own,
      given.is_own OR change.written_while = 'PUBLISHED' OR (change.written_while = 'SHARED' AND given.is_shared_with) AS is_told)
    AS known
  WHERE change.action_id = ANY (action_keys) AND (SELECT public.viewer_is_bound())
    AND (given.is_own
      OR ((plan.access_class = 'PUBLISHED' OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
          OR (plan.access_class = 'SHARED' AND given.is_shared_with))
        AND (action.removed_at IS NULL OR action.removed_while = 'PUBLISHED'
          OR (action.removed_while = 'SHARED' AND given.is_shared_with))))
$$;

-- The words and the hours have no other way out. The service writes them and reads what a policy of rows can guard.
REVOKE ALL ON FUNCTION class_of_plan(integer, integer), note_class_of_change(), note_class_of_report(), note_class_of_action(),
  action_changes_told(integer[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION action_changes_told(integer[]) TO ${appRole};
REVOKE SELECT ON action_change FROM ${appRole};
GRANT SELECT (id, action_id, owner_organisation_id, kind) ON action_change TO ${appRole};

--changeset sightline:reports-and-removals-told
-- A report is seen by those to whom the plan was shown when it was written, as the words of a change are, and its parts with it.
ALTER POLICY status_report_seen ON status_report USING (
  plan_id IN (SELECT plan.id FROM plan)
  AND (owner_organisation_id = (SELECT viewer_organisation()) OR written_while = 'PUBLISHED'
    OR (written_while = 'SHARED' AND owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[]))));
ALTER POLICY status_report_workstream_seen ON status_report_workstream
  USING (report_id IN (SELECT status_report.id FROM status_report));
ALTER POLICY status_report_count_seen ON status_report_count
  USING (report_id IN (SELECT status_report.id FROM status_report));

-- What was taken out of a plan while it was not for its readers was never there for them.
ALTER POLICY action_seen ON action USING (
  plan_id IN (SELECT plan.id FROM plan)
  AND (removed_at IS NULL OR owner_organisation_id = (SELECT viewer_organisation()) OR removed_while = 'PUBLISHED'
    OR (removed_while = 'SHARED' AND owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::integer[]))));
