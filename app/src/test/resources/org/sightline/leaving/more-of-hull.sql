-- Something of Hull's in every table that can hold something of a council, beside what the demonstration has, and Hull on every
-- side of an agreement, a protocol and the access log.
DO $$
DECLARE
  hull integer := (SELECT id FROM organisation WHERE code = 'e06000010');
  york integer := (SELECT id FROM organisation WHERE code = 'e06000014');
  ashmere integer := (SELECT id FROM organisation WHERE code = 'x06000001');
  council integer := (SELECT council_id FROM organisation WHERE code = 'e06000010');
  contributor integer := (SELECT id FROM member WHERE subject = '00000000-0000-4000-8000-000000000002');
  owner integer := (SELECT id FROM member WHERE subject = '00000000-0000-4000-8000-000000000003');
  york_owner integer := (SELECT id FROM member WHERE email = 'york-owner@e06000014.example');
  an_indicator integer := (SELECT min(id) FROM indicator);
  scheme integer;
  parent integer;
  child integer;
  stream integer;
  first_action integer;
  second_action integer;
  a_milestone integer;
  report integer;
  an_inspection integer;
  a_source integer;
  an_account integer;
  a_finding integer;
  a_home integer;
  a_review integer;
  agreement integer;
  protocol integer;
BEGIN
  INSERT INTO saved_group (owner_organisation_id, name, council_ids, created_by, created_by_name)
    VALUES (hull, 'Ports', ARRAY[council], owner, 'Helen Frost');
  INSERT INTO indicator_target (indicator_id, owner_organisation_id, value, valid_from, source)
    VALUES (an_indicator, hull, 5, '2026-04-01', 'Hull''s plan');
  INSERT INTO import_rejection (import_id, line, column_name, rule, value, message, owner_key)
    SELECT id, 2, 'value', 'number', 'x', 'x is no number.', hull FROM import_run WHERE owner_organisation_id = hull;
  INSERT INTO access_class_change (edition_id, owner_organisation_id, from_class, to_class, changed_by, changed_by_name)
    SELECT id, hull, 'COUNCIL_ONLY', access_class, owner, 'Helen Frost' FROM edition WHERE owner_organisation_id = hull;

  INSERT INTO status_scheme (owner_organisation_id, code, name, source) VALUES (hull, 'own', 'Own', 'Own') RETURNING id INTO scheme;
  INSERT INTO scheme_status (scheme_id, owner_key, code, name, meaning, state, position)
    VALUES (scheme, hull, 'on', 'On', 'On track', 'ON_TRACK', 1);
  INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name)
    VALUES (hull, council, 'COUNCIL_ONLY', 'Parent', 'STRATEGIC', 'LIVE', scheme, 'Hugo Marsh') RETURNING id INTO parent;
  INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, parent_plan_id, created_by_name)
    VALUES (hull, council, 'PUBLISHED', 'Child', 'IMPROVEMENT', 'LIVE', scheme, parent, 'Hugo Marsh') RETURNING id INTO child;
  INSERT INTO workstream (plan_id, owner_organisation_id, position, name) VALUES (child, hull, 1, 'One') RETURNING id INTO stream;
  INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text)
    VALUES (child, stream, hull, '1', 'Recruit') RETURNING id INTO first_action;
  INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text)
    VALUES (child, stream, hull, '2', 'Retain') RETURNING id INTO second_action;
  INSERT INTO action_change (action_id, owner_organisation_id, changed_by, changed_by_name, field, kind)
    VALUES (first_action, hull, contributor, 'Hugo Marsh', 'text', 'CREATED');
  INSERT INTO action_dependency VALUES (second_action, first_action, hull);
  INSERT INTO impact_evidence (action_id, owner_organisation_id, recorded_on, text)
    VALUES (first_action, hull, '2026-05-01', 'Fewer leave');
  INSERT INTO action_indicator VALUES (first_action, an_indicator, hull, 'UP');
  INSERT INTO milestone (plan_id, action_id, owner_organisation_id, name)
    VALUES (child, first_action, hull, 'Half') RETURNING id INTO a_milestone;
  INSERT INTO milestone_date (milestone_id, owner_organisation_id, due_on, source) VALUES (a_milestone, hull, '2026-12-01', 'Plan');
  INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by, issued_by_name)
    VALUES (child, hull, '2026-06-01', 'June', 'ACTIONS', 'Own', contributor, 'Hugo Marsh') RETURNING id INTO report;
  INSERT INTO status_report_workstream (report_id, plan_id, workstream_id, position, name) VALUES (report, child, stream, 1, 'One');
  INSERT INTO status_report_count VALUES (report, child, stream, 'on', 'On', 'On track', 'ON_TRACK', 1, 2);
  INSERT INTO status_report_action (report_id, owner_organisation_id, action_id, workstream_id, reference, text, state, has_impact,
      times_re_dated, times_reopened)
    VALUES (report, hull, first_action, stream, '1', 'Recruit', 'ON_TRACK', true, 0, 0);
  UPDATE plan SET parent_action_id = first_action WHERE id = parent;
  INSERT INTO record_class_change (record_type, record_id, owner_organisation_id, from_class, to_class, changed_by, changed_by_name)
    VALUES ('PLAN', child, hull, 'SHARED', 'PUBLISHED', owner, 'Helen Frost');

  INSERT INTO inspection (council_id, framework_code, owner_organisation_id, access_class)
    VALUES (council, 'peer-challenge', hull, 'SHARED') RETURNING id INTO an_inspection;
  INSERT INTO inspection_source (code, kind, title, publisher, owner_organisation_id)
    VALUES ('own', 'OWN_RECORD', 'Own', 'Hull', hull) RETURNING id INTO a_source;
  INSERT INTO inspection_account (inspection_id, source_id, owner_key) VALUES (an_inspection, a_source, hull) RETURNING id INTO an_account;
  INSERT INTO judgement (account_id, owner_key, framework_code, area_code, scale_code, missing)
    SELECT an_account, hull, framework_code, code, scale_code, 'NOT_STATED' FROM judgement_area ORDER BY framework_code, code LIMIT 1;
  INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source)
    VALUES (an_inspection, council, hull, 'SHARED', 'STRENGTH', 'Stable teams', 'Own') RETURNING id INTO a_finding;
  INSERT INTO finding_action VALUES (a_finding, first_action, hull);
  INSERT INTO intervention (council_id, owner_organisation_id, access_class, kind, from_on, source)
    VALUES (council, hull, 'COUNCIL_ONLY', 'ADVISER', '2026-01-01', 'Own');
  INSERT INTO childrens_home (owner_organisation_id, name) VALUES (hull, 'Elm House') RETURNING id INTO a_home;
  INSERT INTO childrens_home_grade (home_id, owner_organisation_id, as_at, source) VALUES (a_home, hull, '2026-01-01', 'Own');
  INSERT INTO childrens_home_count (owner_organisation_id, council_id, access_class, as_at, homes, source)
    VALUES (hull, council, 'SHARED', '2001-01-01', 3, 'Own');
  INSERT INTO review (owner_organisation_id, council_id, held_on, title, conclusion, written_by, written_by_name)
    VALUES (hull, council, '2026-01-01', 'Own', 'Own', owner, 'Helen Frost') RETURNING id INTO a_review;
  INSERT INTO review_point (review_id, owner_organisation_id, position, kind, text) VALUES (a_review, hull, 1, 'STRENGTH', 'Own');

  INSERT INTO member (organisation_id, organisation_kind, kind, name, email, roles, invited_by)
    VALUES (hull, 'COUNCIL', 'PERSON', 'Ivy Invited', 'ivy@e06000010.example', ARRAY['analyst'], owner);
  INSERT INTO sharing_agreement (owner_organisation_id, recipient_organisation_id, recipient_kind, datasets, purpose,
      onward_publication, foi_answered_by, valid_from, valid_to, proposed_by, proposed_by_organisation_id)
    VALUES (york, hull, 'COUNCIL', ARRAY['INDICATORS'], 'To learn', 'NONE', 'OWNER', '2025-10-01', '2030-01-01', owner, hull)
    RETURNING id INTO agreement;
  INSERT INTO sharing_agreement_signature (agreement_id, organisation_id, signed_by, signed_by_name, signed_as)
    VALUES (agreement, york, york_owner, 'York', 'Data owner'), (agreement, hull, owner, 'Helen Frost', 'Data owner');
  INSERT INTO sharing_agreement (owner_organisation_id, recipient_organisation_id, recipient_kind, datasets, purpose,
      onward_publication, foi_answered_by, valid_from, valid_to, proposed_by, proposed_by_organisation_id)
    VALUES (york, hull, 'COUNCIL', ARRAY['INDICATORS'], 'Ended long ago', 'NONE', 'OWNER', '2020-10-01', '2021-01-01', owner, hull);
  INSERT INTO sharing_protocol (convenor_organisation_id, name, text, purpose, datasets, reciprocal, onward_publication,
      foi_answered_by, valid_from, valid_to, proposed_by)
    VALUES (hull, 'Ports', 'We show one another.', 'To learn', ARRAY['PLANS'], false, 'NONE', 'OWNER', '2025-10-01', '2030-01-01', owner)
    RETURNING id INTO protocol;
  INSERT INTO sharing_protocol_party (protocol_id, organisation_id, organisation_kind, invited_by, signed_by, signed_by_name, signed_as,
      signed_at)
    VALUES (protocol, hull, 'COUNCIL', owner, owner, 'Helen Frost', 'Data owner', now()),
      (protocol, york, 'COUNCIL', owner, york_owner, 'York', 'Data owner', now());
  INSERT INTO access_log (owner_organisation_id, dataset, reader_member_id, reader_organisation_id, reader_name, request_id, document,
      kind, row_count)
    SELECT ashmere, 'INDICATORS', reader.id, hull, reader.name, 'request', '{ x }', 'READ', 1
    FROM member AS reader WHERE reader.subject = '00000000-0000-4000-8000-000000000001';
END
$$;

-- A month that an operator has taken out of the log and keeps.
CREATE TABLE access_log_detached_2020_09 (LIKE access_log INCLUDING ALL, FOREIGN KEY (reader_member_id) REFERENCES member);
INSERT INTO access_log_detached_2020_09 (at, owner_organisation_id, dataset, reader_member_id, reader_organisation_id, reader_name,
    request_id, document, kind, row_count)
  SELECT '2020-09-02', owner.id, 'INDICATORS', reader.id, reader.organisation_id, reader.name, 'old', '{ x }', 'READ', 1
  FROM organisation AS owner, member AS reader
  WHERE owner.code = 'e06000010' AND reader.email = 'yorkshire-owner@yorkshire-and-the-humber.example';
