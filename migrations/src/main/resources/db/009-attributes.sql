--liquibase formatted sql

--changeset sightline:attributes
-- What a council can be besides its region and type. Definitions are data: definitions/attributes/*.yaml.
-- allowed_values null: any text may be a value. is_ordered: the allowed values go from one end of a scale to the other.
CREATE TABLE attribute (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL,
  description text NOT NULL,
  allowed_values text[] CHECK (cardinality(allowed_values) > 0),
  is_ordered boolean NOT NULL DEFAULT false,
  source text NOT NULL,
  CHECK (allowed_values IS NOT NULL OR NOT is_ordered)
);

-- One value from a day on. valid_to is an end that the source states; without one the value holds until the next begins, so that
-- no day ever has two. mapping names the operator's way of bringing it in, null for what the project restates.
CREATE TABLE council_attribute (
  council_id integer NOT NULL REFERENCES area,
  attribute_code text NOT NULL REFERENCES attribute,
  value text NOT NULL CHECK (value <> ''),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  source text NOT NULL CHECK (source <> ''),
  mapping text,
  PRIMARY KEY (council_id, attribute_code, valid_from)
);
CREATE INDEX council_attribute_by_attribute ON council_attribute (attribute_code, valid_from);

-- holds_to: the last day on which it holds, null where it goes on. Nothing outlasts its council.
CREATE VIEW council_attribute_span WITH (security_invoker = true) AS
SELECT given.council_id, given.attribute_code, given.value, given.valid_from,
  least(given.valid_to,
    lead(given.valid_from) OVER (PARTITION BY given.council_id, given.attribute_code ORDER BY given.valid_from) - 1,
    area.exists_to) AS holds_to,
  given.source, area.generated
FROM council_attribute AS given JOIN area ON area.id = given.council_id;

--changeset sightline:regional-bodies
-- Which councils a regional body is for: a fact as public as the body itself, so it is seen by those who see the body.
CREATE TABLE regional_body_council (
  organisation_id integer NOT NULL,
  organisation_kind text NOT NULL DEFAULT 'REGIONAL_BODY' CHECK (organisation_kind = 'REGIONAL_BODY'),
  council_id integer NOT NULL REFERENCES area,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  PRIMARY KEY (organisation_id, council_id, valid_from),
  FOREIGN KEY (organisation_id, organisation_kind) REFERENCES organisation (id, kind) ON DELETE CASCADE
);
ALTER TABLE regional_body_council ENABLE ROW LEVEL SECURITY;
CREATE POLICY regional_body_council_seen ON regional_body_council FOR SELECT TO ${appRole}
  USING (organisation_id IN (SELECT organisation.id FROM organisation));

--changeset sightline:saved-groups
-- Councils that an organisation has put together under a name, in their order.
CREATE TABLE saved_group (
  id integer PRIMARY KEY DEFAULT new_id(),
  owner_organisation_id integer NOT NULL REFERENCES organisation,
  name text NOT NULL CHECK (name <> ''),
  council_ids integer[] NOT NULL
    CHECK (cardinality(council_ids) BETWEEN 1 AND 200 AND array_position(council_ids, NULL) IS NULL),
  created_by integer NOT NULL,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (owner_organisation_id, name),
  FOREIGN KEY (created_by, owner_organisation_id) REFERENCES member (id, organisation_id)
);
ALTER TABLE saved_group ENABLE ROW LEVEL SECURITY;

-- Whoever reads and asks for the own organisation keeps groups for it; who runs the platform does not.
CREATE POLICY saved_group_seen ON saved_group FOR SELECT TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY saved_group_added ON saved_group FOR INSERT TO ${appRole}
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()) AND created_by = (SELECT viewer_member())
    AND ((SELECT viewer_has_role('analyst')) OR (SELECT viewer_has_role('contributor'))
      OR (SELECT viewer_has_role('data-owner')) OR (SELECT viewer_has_role('adviser'))));
CREATE POLICY saved_group_changed ON saved_group FOR UPDATE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation())
    AND ((SELECT viewer_has_role('analyst')) OR (SELECT viewer_has_role('contributor'))
      OR (SELECT viewer_has_role('data-owner')) OR (SELECT viewer_has_role('adviser'))))
  WITH CHECK (owner_organisation_id = (SELECT viewer_organisation()));
CREATE POLICY saved_group_removed ON saved_group FOR DELETE TO ${appRole}
  USING (owner_organisation_id = (SELECT viewer_organisation())
    AND ((SELECT viewer_has_role('analyst')) OR (SELECT viewer_has_role('contributor'))
      OR (SELECT viewer_has_role('data-owner')) OR (SELECT viewer_has_role('adviser'))));

--changeset sightline:group-grants
REVOKE ALL ON attribute, council_attribute, council_attribute_span, regional_body_council, saved_group FROM PUBLIC;
GRANT SELECT ON attribute, council_attribute, council_attribute_span TO ${appRole}, ${releaseWriterRole};
GRANT INSERT ON council_attribute TO ${releaseWriterRole};
-- An end that was not stated before, and who states it.
GRANT UPDATE (valid_to, source, mapping) ON council_attribute TO ${releaseWriterRole};
GRANT SELECT ON regional_body_council, saved_group TO ${appRole};
GRANT INSERT, DELETE ON saved_group TO ${appRole};
GRANT UPDATE (council_ids, changed_at) ON saved_group TO ${appRole};
