--liquibase formatted sql

--changeset sightline:regional-bodies-kept
-- Who runs the platform keeps which councils a regional body is for.
CREATE POLICY regional_body_council_added ON regional_body_council FOR INSERT TO ${appRole}
  WITH CHECK ((SELECT viewer_has_role('operator')));
CREATE POLICY regional_body_council_changed ON regional_body_council FOR UPDATE TO ${appRole}
  USING ((SELECT viewer_has_role('operator'))) WITH CHECK ((SELECT viewer_has_role('operator')));
CREATE POLICY regional_body_council_removed ON regional_body_council FOR DELETE TO ${appRole}
  USING ((SELECT viewer_has_role('operator')));
GRANT INSERT, DELETE ON regional_body_council TO ${appRole};
GRANT UPDATE (valid_to) ON regional_body_council TO ${appRole};
