--liquibase formatted sql

--changeset sightline:class-at-writing splitStatements:false
-- For whom a plan was when a change of one of its actions was written: what was said in a draft stays with those it was said to. An
-- embargo that was over is PUBLISHED. What was written before this column was there is told by the changes of the plan's class.
ALTER TABLE action_change ADD COLUMN written_while text
  CHECK (written_while IN ('PUBLISHED', 'SHARED', 'COUNCIL_ONLY', 'EMBARGOED'));

UPDATE action_change SET written_while =
  CASE WHEN was.access_class = 'EMBARGOED' AND was.embargoed_until <= action_change.changed_at THEN 'PUBLISHED' ELSE was.access_class END
FROM (
  SELECT change.id,
    CASE WHEN earlier.to_class IS NOT NULL THEN earlier.to_class
      WHEN later.from_class IS NOT NULL THEN later.from_class ELSE plan.access_class END AS access_class,
    CASE WHEN earlier.to_class IS NOT NULL THEN earlier.embargoed_until
      WHEN later.from_class IS NULL THEN plan.embargoed_until END AS embargoed_until
  FROM action_change AS change JOIN action ON action.id = change.action_id JOIN plan ON plan.id = action.plan_id
  LEFT JOIN LATERAL (
    SELECT to_class, embargoed_until FROM record_class_change
    WHERE record_type = 'PLAN' AND record_id = plan.id AND changed_at < change.changed_at
    ORDER BY changed_at DESC, id DESC LIMIT 1) AS earlier ON true
  LEFT JOIN LATERAL (
    SELECT from_class FROM record_class_change
    WHERE record_type = 'PLAN' AND record_id = plan.id AND changed_at >= change.changed_at
    ORDER BY changed_at, id LIMIT 1) AS later ON true) AS was
WHERE was.id = action_change.id;
ALTER TABLE action_change ALTER COLUMN written_while SET NOT NULL;

-- Whoever writes says nothing about it. An action that is not there or another's gets a class all the same: the keys refuse it, in
-- the same words for both.
CREATE FUNCTION note_class_at_writing() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.written_while := coalesce((
    SELECT CASE WHEN plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now() THEN 'PUBLISHED' ELSE plan.access_class END
    FROM public.action JOIN public.plan ON plan.id = action.plan_id
    WHERE action.id = NEW.action_id AND action.owner_organisation_id = NEW.owner_organisation_id), 'COUNCIL_ONLY');
  RETURN NEW;
END
$$;
CREATE TRIGGER action_change_class_at_writing BEFORE INSERT ON action_change
  FOR EACH ROW EXECUTE FUNCTION note_class_at_writing();

--changeset sightline:words-told splitStatements:false
-- The words of those changes of some actions that the viewer may read: the own organisation's all, another's of plans in sight where
-- the plan was for the viewer already when they were written. Who made a change is for the own organisation alone.
CREATE FUNCTION action_changes_told(action_keys integer[])
  RETURNS TABLE (id bigint, field text, old_value text, new_value text, reason text, changed_by_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT change.id, change.field, change.old_value, change.new_value, change.reason,
    CASE WHEN change.owner_organisation_id = (SELECT public.viewer_organisation()) THEN change.changed_by_name END
  FROM public.action_change AS change
  JOIN public.action ON action.id = change.action_id JOIN public.plan ON plan.id = action.plan_id
  WHERE change.action_id = ANY (action_keys) AND (SELECT public.viewer_is_bound())
    AND (change.owner_organisation_id = (SELECT public.viewer_organisation())
      OR ((plan.access_class IN ('PUBLISHED', 'SHARED')
          OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now()))
        AND (plan.access_class <> 'SHARED'
          OR plan.owner_organisation_id = ANY ((SELECT public.organisations_sharing_records('PLANS'))::integer[]))
        AND (change.written_while = 'PUBLISHED' OR (change.written_while = 'SHARED'
          AND plan.owner_organisation_id = ANY ((SELECT public.organisations_sharing_records('PLANS'))::integer[])))))
$$;

-- The words have no other way out. The service writes them and reads what a policy of rows can guard.
REVOKE ALL ON FUNCTION note_class_at_writing(), action_changes_told(integer[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION action_changes_told(integer[]) TO ${appRole};
REVOKE SELECT ON action_change FROM ${appRole};
GRANT SELECT (id, action_id, owner_organisation_id, changed_at, kind) ON action_change TO ${appRole};
