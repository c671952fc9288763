-- From the demonstration's files (temporary tables of texts) to the tables. The invented areas are brought up to date; an
-- organisation, person, agreement or protocol that stands is left as it is, for somebody may have changed it while trying.

-- Days begin at the councils' midnight.
SET LOCAL TimeZone = 'Europe/London';

INSERT INTO area (id, kind, name, region_id, council_type, exists_from, generated)
SELECT id::int, kind, name, region_id::int, council_type, "from"::date, true
FROM given_invented_areas ORDER BY region_id NULLS FIRST, id
ON CONFLICT (id) DO UPDATE SET name = excluded.name, region_id = excluded.region_id,
  council_type = excluded.council_type, exists_from = excluded.exists_from;

DELETE FROM area_code WHERE area_id IN (SELECT id FROM area WHERE generated);
INSERT INTO area_code (area_id, scheme, code, valid_from)
SELECT id::int, 'ONS', ons, "from"::date FROM given_invented_areas
UNION ALL
SELECT id::int, 'DFE', dfe, "from"::date FROM given_invented_areas WHERE dfe IS NOT NULL;

DELETE FROM council_attribute WHERE council_id IN (SELECT id FROM area WHERE generated);
INSERT INTO council_attribute (council_id, attribute_code, value, valid_from, valid_to, source)
SELECT area_code.area_id, attribute.code,
  CASE WHEN attribute.allowed_values IS NULL OR given.value = ANY (attribute.allowed_values) THEN given.value END,
  given."from"::date, given."to"::date, given.source
FROM given_council_attributes AS given
LEFT JOIN area_code ON area_code.scheme = 'ONS' AND area_code.code = given.council
LEFT JOIN attribute ON attribute.code = given.attribute;

INSERT INTO organisation (code, name, kind, council_id, created_at, onboarded_at)
SELECT given.code, given.name, given.kind, area_code.area_id, '2024-03-01 09:00+00', '2024-03-01 09:00+00'
FROM given_organisations AS given
LEFT JOIN area_code ON area_code.scheme = 'ONS' AND area_code.code = given.council AND area_code.valid_to IS NULL
WHERE (given.council IS NULL) = (area_code.area_id IS NULL)
ORDER BY given.code
ON CONFLICT DO NOTHING;

-- Where no day is given, a council has belonged to its body for as long as there is the council.
INSERT INTO regional_body_council (organisation_id, council_id, valid_from, valid_to)
SELECT organisation.id, area.id, coalesce(given."from"::date, area.exists_from), given."to"::date
FROM given_regional_body_councils AS given
JOIN organisation ON organisation.code = given.organisation
JOIN area_code ON area_code.scheme = 'ONS' AND area_code.code = given.council AND area_code.valid_to IS NULL
JOIN area ON area.id = area_code.area_id
ON CONFLICT DO NOTHING;

INSERT INTO member (organisation_id, organisation_kind, kind, subject, client_id, name, email, roles, invited_at, accepted_at)
SELECT organisation.id, organisation.kind, CASE WHEN given.client_id IS NULL THEN 'PERSON' ELSE 'MACHINE' END,
  given.subject, given.client_id, given.name, given.email, string_to_array(given.roles, ';'),
  '2024-03-01 09:00+00', '2024-03-01 09:00+00'
FROM given_members AS given JOIN organisation ON organisation.code = given.organisation
WHERE NOT EXISTS (SELECT FROM member AS known WHERE known.subject = given.subject)
ORDER BY given.subject
ON CONFLICT DO NOTHING;

CREATE TEMPORARY TABLE person ON COMMIT DROP AS
SELECT given.username, member.id, member.organisation_id, member.name
FROM given_members AS given JOIN member ON member.subject = given.subject AND member.revoked_at IS NULL;

-- Null for none named: every indicator. One that is not known stays in the list as null, so that it never widens a grant.
CREATE FUNCTION pg_temp.indicators(codes text) RETURNS integer[] LANGUAGE sql AS $$
  SELECT array_agg((SELECT id FROM indicator WHERE indicator.code = asked.code))
  FROM unnest(string_to_array(codes, ';')) AS asked (code)
$$;

-- An agreement is known again by its parties, its purpose and its first day.
CREATE TEMPORARY TABLE new_agreement ON COMMIT DROP AS
SELECT new_id() AS id, owner.id AS owner_id,
  recipient.id AS recipient_id, recipient.kind AS recipient_kind, given.*
FROM given_agreements AS given
JOIN organisation AS owner ON owner.code = given.owner
JOIN organisation AS recipient ON recipient.code = given.recipient
WHERE NOT EXISTS (
  SELECT FROM sharing_agreement AS known
  WHERE known.owner_organisation_id = owner.id AND known.recipient_organisation_id = recipient.id
    AND known.purpose = given.purpose AND known.valid_from = given.valid_from::timestamptz);

INSERT INTO sharing_agreement (id, owner_organisation_id, recipient_organisation_id, recipient_kind, recipient_member_id,
  datasets, indicator_ids, periods_from, periods_to, purpose, onward_publication, foi_answered_by, valid_from, valid_to,
  proposed_by, proposed_by_organisation_id, proposed_at, revoked_at, revoked_by, revoked_by_name, revoked_because)
SELECT given.id, given.owner_id, given.recipient_id, given.recipient_kind, named.id,
  string_to_array(given.datasets, ';'), pg_temp.indicators(given.indicators), given.periods_from::date, given.periods_to::date,
  given.purpose, given.onward_publication, given.foi_answered_by, given.valid_from::timestamptz, given.valid_to::timestamptz,
  proposer.id, proposer.organisation_id, given.proposed_on::timestamptz, given.revoked_on::timestamptz, revoker.id, revoker.name,
  given.revoked_because
FROM new_agreement AS given
JOIN person AS proposer ON proposer.username = given.proposed_by
LEFT JOIN person AS named ON named.username = given.recipient_person
LEFT JOIN person AS revoker ON revoker.username = given.revoked_by
WHERE (given.recipient_person IS NULL) = (named.id IS NULL);

INSERT INTO sharing_agreement_signature (agreement_id, organisation_id, signed_by, signed_by_name, signed_as, signed_at)
SELECT agreement.id, person.organisation_id, person.id, person.name, 'Data owner', given.signed_on::timestamptz
FROM new_agreement AS given
JOIN sharing_agreement AS agreement ON agreement.id = given.id
JOIN person ON person.username IN (given.owner_signed_by, given.recipient_signed_by);

CREATE TEMPORARY TABLE new_protocol ON COMMIT DROP AS
SELECT new_id() AS id, convenor.id AS convenor_id, given.*
FROM given_protocols AS given JOIN organisation AS convenor ON convenor.code = given.convenor
WHERE NOT EXISTS (
  SELECT FROM sharing_protocol AS known
  WHERE known.convenor_organisation_id = convenor.id AND known.name = given.name);

INSERT INTO sharing_protocol (id, convenor_organisation_id, name, text, purpose, datasets, reciprocal, onward_publication,
  foi_answered_by, valid_from, valid_to, proposed_by, proposed_at)
SELECT given.id, given.convenor_id, given.name, given.text, given.purpose, string_to_array(given.datasets, ';'),
  given.reciprocal::boolean, given.onward_publication, given.foi_answered_by, given.valid_from::timestamptz,
  given.valid_to::timestamptz, person.id, given.proposed_on::timestamptz
FROM new_protocol AS given JOIN person ON person.username = given.proposed_by;

INSERT INTO sharing_protocol_party (protocol_id, organisation_id, organisation_kind, invited_by, invited_at,
  signed_by, signed_by_name, signed_as, signed_at)
SELECT protocol.id, organisation.id, organisation.kind, inviter.id, given.invited_on::timestamptz,
  signatory.id, signatory.name, CASE WHEN signatory.id IS NOT NULL THEN 'Data owner' END, given.signed_on::timestamptz
FROM new_protocol
JOIN sharing_protocol AS protocol ON protocol.id = new_protocol.id
JOIN given_protocol_parties AS given ON given.protocol = new_protocol.name
JOIN organisation ON organisation.code = given.organisation
JOIN person AS inviter ON inviter.username = given.invited_by
LEFT JOIN person AS signatory ON signatory.username = given.signed_by
ORDER BY organisation.code;
