--liquibase formatted sql

--changeset sightline:embargo-by-data-owners
-- An embargo ends in publication, be it a moment later: whoever sets its end publishes.
DROP POLICY edition_contributed ON edition;
CREATE POLICY edition_contributed ON edition FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND (SELECT viewer_has_role('contributor'))
    AND (access_class NOT IN ('PUBLISHED', 'EMBARGOED') OR (SELECT viewer_has_role('data-owner'))));
