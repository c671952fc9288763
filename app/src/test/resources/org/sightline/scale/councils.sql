-- Every council of England takes part, with ten people. Each shares all that it shares with the partnership of its region, where that is
-- there, and with the three councils whose statistical neighbour it is first; Yorkshire's and The Humber's are in a reciprocal protocol too.
INSERT INTO organisation (kind, name, code, council_id, created_at, onboarded_at)
SELECT 'COUNCIL', area.name || ', of the measurement', lower(area_code.code), area.id, '2024-03-01', '2024-03-01'
FROM area JOIN area_code ON area_code.area_id = area.id AND area_code.scheme = 'ONS' AND area_code.valid_to IS NULL
WHERE area.kind = 'COUNCIL' AND NOT area.generated AND area.exists_to IS NULL
  AND NOT EXISTS (SELECT FROM organisation AS known WHERE known.council_id = area.id)
ORDER BY area.id;

INSERT INTO member (organisation_id, organisation_kind, kind, subject, accepted_at, name, email, roles)
SELECT organisation.id, 'COUNCIL', 'PERSON', 'measured-' || organisation.code || '-' || number, '2024-03-01',
  'Analyst ' || number, 'analyst-' || number || '@' || organisation.code || '.measured.example',
  CASE WHEN number = 1 THEN '{analyst,contributor,data-owner}' ELSE '{analyst}' END::text[]
FROM organisation JOIN area ON area.id = organisation.council_id AND NOT area.generated
CROSS JOIN generate_series(1, 10) AS number
ORDER BY organisation.id, number;

-- Who signs for whom, and which invented council each real one is like: by turns those whose plans are live and shared.
CREATE TABLE measured_council AS
SELECT organisation.id AS organisation_id, organisation.council_id, area.region_id, signatory.id AS member_id, signatory.name AS member_name,
  model.organisation_id AS model_id, model.council_id AS model_council_id
FROM organisation JOIN area ON area.id = organisation.council_id AND NOT area.generated
JOIN member AS signatory ON signatory.organisation_id = organisation.id AND signatory.subject LIKE 'measured-%-1'
JOIN (
  SELECT invented.id AS organisation_id, invented.council_id, row_number() OVER (ORDER BY invented.code) - 1 AS turn, count(*) OVER () AS turns
  FROM organisation AS invented JOIN area ON area.id = invented.council_id AND area.generated
  WHERE EXISTS (SELECT FROM edition WHERE edition.owner_organisation_id = invented.id AND edition.access_class = 'SHARED')
    AND EXISTS (
      SELECT FROM plan JOIN status_scheme ON status_scheme.id = plan.scheme_id AND status_scheme.owner_organisation_id IS NULL
      WHERE plan.owner_organisation_id = invented.id AND plan.access_class = 'SHARED' AND plan.state = 'LIVE')
) AS model ON model.turn = organisation.council_id % model.turns;

CREATE TABLE measured_agreement AS
SELECT new_id() AS id, pair.* FROM (
  SELECT DISTINCT owner.organisation_id AS owner_id, owner.member_id AS owner_member_id, owner.member_name AS owner_member_name,
    recipient.id AS recipient_id, recipient.kind AS recipient_kind, signatory.id AS recipient_member_id
  FROM measured_council AS owner
  JOIN organisation AS recipient ON recipient.code IN ('yorkshire-and-the-humber', 'dfe') OR recipient.kind = 'COUNCIL'
  JOIN LATERAL (
    SELECT member.id FROM member WHERE member.organisation_id = recipient.id AND 'data-owner' = ANY (member.roles)
    ORDER BY member.id LIMIT 1) AS signatory ON true
  WHERE (recipient.code = 'yorkshire-and-the-humber'
      AND owner.region_id = (SELECT id FROM area WHERE kind = 'REGION' AND name = 'Yorkshire and The Humber'))
    OR (recipient.code = 'dfe' AND owner.council_id % 15 = 0)
    OR EXISTS (
      SELECT FROM neighbour WHERE neighbour.model_code = '2025' AND neighbour.council_id = recipient.council_id
        AND neighbour.neighbour_id = owner.council_id AND neighbour.rank <= 3)
) AS pair;
INSERT INTO sharing_agreement (id, owner_organisation_id, recipient_organisation_id, recipient_kind, datasets, purpose,
  onward_publication, foi_answered_by, valid_from, valid_to, proposed_by, proposed_by_organisation_id)
SELECT id, owner_id, recipient_id, recipient_kind, '{INDICATORS,INSPECTIONS,PLANS}', 'To learn from one another', 'NONE', 'OWNER',
  '2024-03-01', now() + interval '5 years', owner_member_id, owner_id
FROM measured_agreement;
INSERT INTO sharing_agreement_signature (agreement_id, organisation_id, signed_by, signed_by_name, signed_as, signed_at)
SELECT id, owner_id, owner_member_id, 'Data owner', 'Data owner', '2024-03-01'::timestamptz FROM measured_agreement
UNION ALL
SELECT id, recipient_id, recipient_member_id, 'Data owner', 'Data owner', '2024-03-01'::timestamptz FROM measured_agreement;

INSERT INTO sharing_protocol (id, convenor_organisation_id, name, text, purpose, datasets, reciprocal, onward_publication,
  foi_answered_by, valid_from, valid_to, proposed_by)
SELECT new_id(), organisation.id, 'The measured protocol', 'Each sees what it shares itself', 'To learn from one another', '{INDICATORS}', true,
  'NONE', 'OWNER', '2024-03-01', now() + interval '5 years',
  (SELECT member.id FROM member WHERE member.organisation_id = organisation.id ORDER BY member.id LIMIT 1)
FROM organisation WHERE organisation.code = 'yorkshire-and-the-humber';
INSERT INTO sharing_protocol_party (protocol_id, organisation_id, organisation_kind, invited_by, invited_at, signed_by, signed_by_name,
  signed_as, signed_at)
SELECT protocol.id, council.organisation_id, 'COUNCIL', protocol.proposed_by, '2024-03-01', council.member_id, council.member_name,
  'Data owner', '2024-03-01'
FROM sharing_protocol AS protocol JOIN measured_council AS council
  ON council.region_id = (SELECT id FROM area WHERE kind = 'REGION' AND name = 'Yorkshire and The Humber')
WHERE protocol.name = 'The measured protocol';

-- What was official before any year was added: each further year keeps an earlier edition of it.
CREATE TABLE measured_official AS
SELECT edition.id AS edition_id, edition.release_id, release.code, release.published_on
FROM edition JOIN release ON release.id = edition.release_id WHERE edition.owner_organisation_id IS NULL
  AND EXISTS (SELECT FROM observation WHERE observation.edition_id = edition.id);

-- What is added belongs to a year: 0 is the demonstration's own, 1 the one before, and so on.
CREATE TABLE measured_year (years_back integer NOT NULL);

-- Whoever owns the tables owns these, so that it can take a backup of all.
DO $$
DECLARE
  made text;
BEGIN
  FOREACH made IN ARRAY ARRAY['measured_council', 'measured_agreement', 'measured_official', 'measured_year'] LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO %I', made,
      (SELECT tableowner FROM pg_tables WHERE schemaname = 'public' AND tablename = 'access_log'));
  END LOOP;
END
$$;
