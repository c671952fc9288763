--liquibase formatted sql

--changeset sightline:status-schemes
-- The colours of a plan, each with what it means in that plan. Colours are never compared: their states are. Those without an
-- owner are definitions: definitions/status-schemes/*.yaml.
CREATE TABLE status_scheme (
  id integer PRIMARY KEY DEFAULT new_id(),
  owner_organisation_id integer REFERENCES organisation,
  owner_key integer NOT NULL GENERATED ALWAYS AS (coalesce(owner_organisation_id, 0)) STORED,
  code text NOT NULL CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL CHECK (name <> ''),
  source text NOT NULL CHECK (source <> ''),
  UNIQUE (owner_key, code),
  UNIQUE (id, owner_key)
);

CREATE TABLE scheme_status (
  scheme_id integer NOT NULL,
  owner_key integer NOT NULL DEFAULT 0,
  code text NOT NULL CHECK (code <> ''),
  name text NOT NULL,
  meaning text NOT NULL,
  state text NOT NULL CHECK (state IN
    ('NOT_STARTED', 'ON_TRACK', 'AT_RISK', 'OVERDUE', 'COMPLETED', 'COMPLETED_WITH_IMPACT', 'NOT_STATED')),
  position integer NOT NULL,
  PRIMARY KEY (scheme_id, code),
  FOREIGN KEY (scheme_id, owner_key) REFERENCES status_scheme (id, owner_key)
);

--changeset sightline:order-of-references splitStatements:false
-- References in the order in which people count: 1.9 before 1.10, A2 before A10.
CREATE FUNCTION natural_order(reference text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT string_agg(CASE WHEN part[1] ~ '^[0-9]' THEN lpad(part[1], greatest(12, length(part[1])), '0') ELSE part[1] END, ''
    ORDER BY place)
  FROM regexp_matches(reference, '[0-9]+|[^0-9]+', 'g') WITH ORDINALITY AS found (part, place)
$$;

--changeset sightline:plans
-- A council's plan. What hangs on it is seen with it. A draft is the council's alone. drafted_on, finalised_on: the days on which
-- the draft was handed in and the plan made final, null where not stated.
CREATE TABLE plan (
  id integer PRIMARY KEY DEFAULT new_id(),
  owner_organisation_id integer NOT NULL REFERENCES organisation,
  council_id integer NOT NULL REFERENCES area,
  access_class text NOT NULL CHECK (access_class IN ('PUBLISHED', 'SHARED', 'COUNCIL_ONLY', 'EMBARGOED')),
  embargoed_until timestamptz,
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL CHECK (kind IN ('IMPROVEMENT', 'PRIORITY_ACTION', 'SERVICE', 'STRATEGIC')),
  state text NOT NULL CHECK (state IN ('DRAFT', 'LIVE', 'CLOSED')),
  scheme_id integer NOT NULL REFERENCES status_scheme,
  parent_plan_id integer,
  parent_action_id integer,
  inspection_id integer REFERENCES inspection,
  starts_on date,
  ends_on date CHECK (ends_on >= starts_on),
  drafted_on date,
  finalised_on date,
  source text,
  paragraph text,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 0,
  CHECK ((access_class = 'EMBARGOED') = (embargoed_until IS NOT NULL)),
  CHECK (state <> 'DRAFT' OR access_class = 'COUNCIL_ONLY'),
  UNIQUE (id, owner_organisation_id),
  UNIQUE (owner_organisation_id, name),
  FOREIGN KEY (parent_plan_id, owner_organisation_id) REFERENCES plan (id, owner_organisation_id)
);
CREATE INDEX plan_by_council ON plan (council_id);

-- theme_code null: the council has not said which of the shared themes it is about.
CREATE TABLE workstream (
  id integer PRIMARY KEY DEFAULT new_id(),
  plan_id integer NOT NULL,
  owner_organisation_id integer NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  name text NOT NULL CHECK (name <> ''),
  theme_code text REFERENCES theme,
  lead_role text,
  version integer NOT NULL DEFAULT 0,
  UNIQUE (plan_id, name),
  UNIQUE (id, plan_id),
  FOREIGN KEY (plan_id, owner_organisation_id) REFERENCES plan (id, owner_organisation_id)
);

-- status_code is what the council declares, in the plan's scheme; null where it says nothing. Computed states are never stored.
-- removed_at: taken out of the plan, kept for its history. re_dated_before, reopened_before: how often that happened before the
-- action came here, as stated; what happens here is counted from action_change.
CREATE TABLE action (
  id integer PRIMARY KEY DEFAULT new_id(),
  plan_id integer NOT NULL,
  workstream_id integer NOT NULL,
  owner_organisation_id integer NOT NULL,
  reference text NOT NULL CHECK (reference <> ''),
  text text NOT NULL CHECK (text <> ''),
  owner_role text,
  original_due_on date,
  due_on date,
  status_code text,
  started_on date,
  completed_on date,
  removed_at timestamptz,
  re_dated_before integer NOT NULL DEFAULT 0 CHECK (re_dated_before >= 0),
  reopened_before integer NOT NULL DEFAULT 0 CHECK (reopened_before >= 0),
  source text,
  paragraph text,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 0,
  words tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('english', text)) STORED,
  in_order text NOT NULL GENERATED ALWAYS AS (natural_order(reference)) STORED,
  UNIQUE (plan_id, reference),
  UNIQUE (id, owner_organisation_id),
  FOREIGN KEY (plan_id, owner_organisation_id) REFERENCES plan (id, owner_organisation_id),
  FOREIGN KEY (workstream_id, plan_id) REFERENCES workstream (id, plan_id)
);
CREATE INDEX action_by_plan ON action (plan_id);
CREATE INDEX action_by_workstream ON action (workstream_id);
ALTER TABLE plan ADD FOREIGN KEY (parent_action_id, owner_organisation_id) REFERENCES action (id, owner_organisation_id);

-- Every change of an action, field by field: what was re-dated and what was reopened is counted from here.
CREATE TABLE action_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action_id integer NOT NULL,
  owner_organisation_id integer NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by integer,
  changed_by_name text NOT NULL,
  field text NOT NULL,
  old_value text,
  new_value text,
  kind text NOT NULL CHECK (kind IN ('CREATED', 'CHANGED', 'RE_DATED', 'COMPLETED', 'REOPENED', 'REMOVED')),
  reason text,
  FOREIGN KEY (action_id, owner_organisation_id) REFERENCES action (id, owner_organisation_id),
  FOREIGN KEY (changed_by, owner_organisation_id) REFERENCES member (id, organisation_id)
);
CREATE INDEX action_change_by_action ON action_change (action_id);

CREATE TABLE action_dependency (
  action_id integer NOT NULL,
  depends_on_id integer NOT NULL CHECK (depends_on_id <> action_id),
  owner_organisation_id integer NOT NULL,
  PRIMARY KEY (action_id, depends_on_id),
  FOREIGN KEY (action_id, owner_organisation_id) REFERENCES action (id, owner_organisation_id),
  FOREIGN KEY (depends_on_id, owner_organisation_id) REFERENCES action (id, owner_organisation_id)
);

-- What shows that an action has had an effect for children or staff.
CREATE TABLE impact_evidence (
  id integer PRIMARY KEY DEFAULT new_id(),
  action_id integer NOT NULL,
  owner_organisation_id integer NOT NULL,
  recorded_on date NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  source text,
  paragraph text,
  FOREIGN KEY (action_id, owner_organisation_id) REFERENCES action (id, owner_organisation_id)
);
CREATE INDEX impact_evidence_by_action ON impact_evidence (action_id);

CREATE TABLE milestone (
  id integer PRIMARY KEY DEFAULT new_id(),
  plan_id integer NOT NULL,
  action_id integer,
  owner_organisation_id integer NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  met_on date,
  version integer NOT NULL DEFAULT 0,
  UNIQUE (id, owner_organisation_id),
  UNIQUE (plan_id, name),
  FOREIGN KEY (plan_id, owner_organisation_id) REFERENCES plan (id, owner_organisation_id),
  FOREIGN KEY (action_id, owner_organisation_id) REFERENCES action (id, owner_organisation_id)
);

-- A milestone's day as each source has it: two that differ are a data-quality finding, and neither is lost.
CREATE TABLE milestone_date (
  milestone_id integer NOT NULL,
  owner_organisation_id integer NOT NULL,
  due_on date NOT NULL,
  precision text NOT NULL DEFAULT 'DAY' CHECK (precision IN ('DAY', 'MONTH', 'YEAR')),
  source text NOT NULL CHECK (source <> ''),
  paragraph text,
  stated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (milestone_id, due_on, source),
  FOREIGN KEY (milestone_id, owner_organisation_id) REFERENCES milestone (id, owner_organisation_id)
);

--changeset sightline:status-reports
-- A dated snapshot of a plan that nothing changes: the service may add one and do nothing else. A correction is a new revision.
-- stated_total is the total that the report itself states, null where it states none. scheme_id: the scheme of the day, null for
-- the plan's own: which statuses the report could state.
CREATE TABLE status_report (
  id integer PRIMARY KEY DEFAULT new_id(),
  plan_id integer NOT NULL,
  scheme_id integer REFERENCES status_scheme,
  owner_organisation_id integer NOT NULL,
  as_at date NOT NULL,
  as_at_precision text NOT NULL DEFAULT 'DAY' CHECK (as_at_precision IN ('DAY', 'MONTH', 'YEAR')),
  revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  title text NOT NULL CHECK (title <> ''),
  stated_total integer CHECK (stated_total >= 0),
  made_from text NOT NULL CHECK (made_from IN ('ACTIONS', 'COUNTS')),
  source text NOT NULL CHECK (source <> ''),
  paragraph text,
  issued_by integer,
  issued_by_name text NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (plan_id, as_at, revision),
  UNIQUE (id, plan_id),
  UNIQUE (id, owner_organisation_id),
  FOREIGN KEY (plan_id, owner_organisation_id) REFERENCES plan (id, owner_organisation_id),
  FOREIGN KEY (issued_by, owner_organisation_id) REFERENCES member (id, organisation_id)
);

-- A workstream as it was called and what total was stated for it; null where none was.
CREATE TABLE status_report_workstream (
  report_id integer NOT NULL,
  plan_id integer NOT NULL,
  workstream_id integer NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  theme_code text REFERENCES theme,
  stated_total integer CHECK (stated_total >= 0),
  PRIMARY KEY (report_id, workstream_id),
  FOREIGN KEY (report_id, plan_id) REFERENCES status_report (id, plan_id),
  FOREIGN KEY (workstream_id, plan_id) REFERENCES workstream (id, plan_id)
);

-- How many actions had which status, as stated or as counted of the actions. workstream_id null: of the whole plan, where the
-- report states it. status_name, status_meaning and state are those of the day: a scheme that changes rewrites no report.
CREATE TABLE status_report_count (
  report_id integer NOT NULL,
  plan_id integer NOT NULL,
  workstream_id integer,
  status_code text NOT NULL,
  status_name text NOT NULL,
  status_meaning text NOT NULL,
  state text NOT NULL CHECK (state IN
    ('NOT_STARTED', 'ON_TRACK', 'AT_RISK', 'OVERDUE', 'COMPLETED', 'COMPLETED_WITH_IMPACT', 'NOT_STATED')),
  position integer NOT NULL,
  actions integer NOT NULL CHECK (actions >= 0),
  UNIQUE NULLS NOT DISTINCT (report_id, workstream_id, status_code),
  FOREIGN KEY (report_id, plan_id) REFERENCES status_report (id, plan_id),
  FOREIGN KEY (report_id, workstream_id) REFERENCES status_report_workstream
);

-- The actions as they stood, where the report was made from them.
CREATE TABLE status_report_action (
  report_id integer NOT NULL,
  owner_organisation_id integer NOT NULL,
  action_id integer NOT NULL,
  workstream_id integer NOT NULL,
  reference text NOT NULL,
  text text NOT NULL,
  status_code text,
  state text NOT NULL,
  original_due_on date,
  due_on date,
  completed_on date,
  has_impact boolean NOT NULL,
  times_re_dated integer NOT NULL CHECK (times_re_dated >= 0),
  times_reopened integer NOT NULL CHECK (times_reopened >= 0),
  PRIMARY KEY (report_id, action_id),
  FOREIGN KEY (report_id, workstream_id) REFERENCES status_report_workstream,
  FOREIGN KEY (report_id, owner_organisation_id) REFERENCES status_report (id, owner_organisation_id),
  FOREIGN KEY (action_id, owner_organisation_id) REFERENCES action (id, owner_organisation_id)
);

--changeset sightline:from-finding-to-impact
-- What a council does about a finding, and by which indicators it wants to see whether it worked.
CREATE TABLE finding_action (
  finding_id integer NOT NULL REFERENCES finding,
  action_id integer NOT NULL,
  owner_organisation_id integer NOT NULL,
  note text,
  PRIMARY KEY (finding_id, action_id),
  FOREIGN KEY (action_id, owner_organisation_id) REFERENCES action (id, owner_organisation_id)
);
CREATE INDEX finding_action_by_action ON finding_action (action_id);

CREATE TABLE action_indicator (
  action_id integer NOT NULL,
  indicator_id integer NOT NULL REFERENCES indicator,
  owner_organisation_id integer NOT NULL,
  expected text NOT NULL CHECK (expected IN ('UP', 'DOWN', 'BETTER')),
  note text,
  PRIMARY KEY (action_id, indicator_id),
  FOREIGN KEY (action_id, owner_organisation_id) REFERENCES action (id, owner_organisation_id)
);
CREATE INDEX action_indicator_by_indicator ON action_indicator (indicator_id);
