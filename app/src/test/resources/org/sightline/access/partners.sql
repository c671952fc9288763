-- Hull, York and Herefordshire, a partnership, the DfE and the operator; one subject for each role, named <organisation>-<role>.
INSERT INTO organisation (id, kind, name, code, council_id, onboarded_at)
SELECT given.id, given.kind, given.name, given.code, area_code.area_id, now()
FROM (VALUES
  (1, 'COUNCIL', 'Hull', 'e06000010', 'E06000010'),
  (2, 'COUNCIL', 'York', 'e06000014', 'E06000014'),
  (3, 'COUNCIL', 'Herefordshire', 'e06000019', 'E06000019'),
  (4, 'REGIONAL_BODY', 'Yorkshire partnership', 'yorkshire', NULL),
  (5, 'DFE', 'Department for Education', 'dfe', NULL),
  (6, 'OPERATOR', 'Operations', 'operations', NULL)) AS given (id, kind, name, code, ons_code)
LEFT JOIN area_code ON area_code.code = given.ons_code AND area_code.scheme = 'ONS';

INSERT INTO member (id, organisation_id, organisation_kind, kind, subject, client_id, accepted_at, name, email, roles, revoked_at)
SELECT given.id, organisation.id, organisation.kind, CASE WHEN given.machine THEN 'MACHINE' ELSE 'PERSON' END, given.subject,
  CASE WHEN given.machine THEN given.subject END, now(), initcap(replace(given.subject, '-', ' ')),
  given.subject || '@example.org', given.roles, CASE WHEN given.revoked THEN now() END
FROM (VALUES
  (1, 'hull-owner', 1, '{analyst,data-owner}'::text[], false, false),
  (2, 'hull-analyst', 1, '{analyst}', false, false),
  (3, 'hull-contributor', 1, '{analyst,contributor}', false, false),
  (4, 'hull-machine', 1, '{analyst}', true, false),
  (5, 'hull-revoked', 1, '{analyst,data-owner}', false, true),
  (6, 'york-owner', 2, '{analyst,data-owner}', false, false),
  (7, 'york-analyst', 2, '{analyst}', false, false),
  (8, 'herefordshire-owner', 3, '{analyst,data-owner}', false, false),
  (9, 'yorkshire-owner', 4, '{analyst,data-owner}', false, false),
  (10, 'yorkshire-analyst', 4, '{analyst}', false, false),
  (11, 'dfe-adviser', 5, '{adviser}', false, false),
  (12, 'dfe-other-adviser', 5, '{adviser}', false, false),
  (13, 'dfe-former-adviser', 5, '{adviser}', false, true),
  (14, 'dfe-owner', 5, '{analyst,data-owner}', false, false),
  (15, 'operator', 6, '{operator}', false, false)) AS given (id, subject, organisation_id, roles, machine, revoked)
JOIN organisation ON organisation.id = given.organisation_id;

-- Hull has released two years of one indicator, keeps another for itself, and a third under an embargo.
INSERT INTO period (id, type, starts_on, ends_on, year, code)
VALUES (801, 'REPORTING_YEAR', '2023-04-01', '2024-03-31', 2024, '2024'),
  (802, 'REPORTING_YEAR', '2024-04-01', '2025-03-31', 2025, '2025')
ON CONFLICT DO NOTHING;
INSERT INTO release (id, code, publication, title, published_on, source, owner_organisation_id)
VALUES (801, 'hull-2025', 'monthly', 'Hull', '2025-04-30', 'a test', 1);
INSERT INTO edition (id, release_id, table_code, access_class, embargoed_until, owner_organisation_id)
VALUES (801, 801, 'shared', 'SHARED', NULL, 1), (802, 801, 'own', 'COUNCIL_ONLY', NULL, 1),
  (803, 801, 'embargoed', 'EMBARGOED', now() + interval '30 days', 1);
INSERT INTO source_file (id, edition_id, owner_key, name, sha256, bytes, mapping)
SELECT id, id, owner_key, table_code || '.csv', repeat('0', 64), 1, 'none' FROM edition WHERE id > 800;
INSERT INTO edition_coverage (edition_id, indicator_id, period_id, owner_key)
SELECT given.edition_id, indicator.id, period.id, 1
FROM (VALUES (801, 're-referrals-percent', 2024), (801, 're-referrals-percent', 2025),
  (802, 'children-in-need-rate', 2025), (803, 're-referrals-percent', 2025)) AS given (edition_id, code, year)
JOIN indicator ON indicator.code = given.code
JOIN period ON period.type = 'REPORTING_YEAR' AND period.year = given.year;
INSERT INTO edition_breakdown (edition_id, indicator_id, period_id, breakdown_id, owner_key)
SELECT edition_id, indicator_id, period_id, 0, owner_key FROM edition_coverage WHERE owner_key = 1;
INSERT INTO observation (indicator_id, edition_id, period_id, breakdown_id, area_id, owner_organisation_id, access_class,
  embargoed_until, value, source_file_id, source_name, source_line)
SELECT coverage.indicator_id, edition.id, coverage.period_id, 0, organisation.council_id, 1, edition.access_class,
  edition.embargoed_until, 41.5, edition.id, edition.table_code, 1
FROM edition_coverage AS coverage
JOIN edition ON edition.id = coverage.edition_id
JOIN organisation ON organisation.id = 1
WHERE coverage.owner_key = 1;
