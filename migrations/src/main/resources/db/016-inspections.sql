--liquibase formatted sql

--changeset sightline:inspection-frameworks
-- What is inspected, how it is judged and when: definitions/frameworks/*.yaml. Areas, grades, clocks and windows are data.
-- same_within_days: two accounts of a council's inspections under it that lie no further apart speak of the same inspection.
CREATE TABLE inspection_framework (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL,
  body text NOT NULL,
  description text NOT NULL,
  same_within_days integer NOT NULL CHECK (same_within_days >= 0),
  position integer NOT NULL,
  source text NOT NULL
);

-- From a day on; an inspection belongs to the version that holds on its first day.
CREATE TABLE framework_version (
  framework_code text NOT NULL REFERENCES inspection_framework,
  version text NOT NULL,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  what_changed text NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (framework_code, version)
);

-- position 1 is the best; aliases are the other words of files for the same grade.
CREATE TABLE grade (
  scale_code text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  aliases text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (scale_code, code),
  UNIQUE (scale_code, position)
);

-- concept tells areas of two frameworks that ask about the same thing, null where none other does.
CREATE TABLE judgement_area (
  framework_code text NOT NULL REFERENCES inspection_framework,
  code text NOT NULL,
  name text NOT NULL,
  scale_code text NOT NULL,
  concept text,
  position integer NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (framework_code, code)
);

CREATE TABLE framework_version_area (
  framework_code text NOT NULL,
  version text NOT NULL,
  area_code text NOT NULL,
  PRIMARY KEY (framework_code, version, area_code),
  FOREIGN KEY (framework_code, version) REFERENCES framework_version,
  FOREIGN KEY (framework_code, area_code) REFERENCES judgement_area
);

-- A way of inspecting under a framework: a standard inspection, a focused visit, a peer challenge.
CREATE TABLE inspection_type (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  framework_code text NOT NULL REFERENCES inspection_framework,
  name text NOT NULL,
  is_graded boolean NOT NULL,
  areas text[],
  description text NOT NULL,
  position integer NOT NULL,
  source text NOT NULL,
  UNIQUE (code, framework_code)
);

-- What a visit may be about.
CREATE TABLE visit_theme (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL,
  source text NOT NULL
);

-- Working days from an event to what has to, or usually does, follow. type_code null: for every type of the framework.
CREATE TABLE framework_clock (
  framework_code text NOT NULL,
  version text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  type_code text REFERENCES inspection_type,
  begins_with text NOT NULL CHECK (begins_with IN ('FIRST_DAY', 'LAST_DAY', 'PUBLICATION')),
  working_days integer NOT NULL CHECK (working_days > 0),
  is_required boolean NOT NULL,
  applies_to text NOT NULL CHECK (applies_to IN ('LETTER', 'PRIORITY_ACTION')),
  source text NOT NULL,
  PRIMARY KEY (framework_code, version, code),
  FOREIGN KEY (framework_code, version) REFERENCES framework_version
);

-- When the next one is to be expected, as an estimate: after a type, and after a grade of an area where one is named.
CREATE TABLE framework_window (
  framework_code text NOT NULL,
  version text NOT NULL,
  code text NOT NULL,
  area_code text,
  grade_codes text[],
  next_type_code text NOT NULL REFERENCES inspection_type,
  from_months integer NOT NULL CHECK (from_months >= 0),
  to_months integer NOT NULL CHECK (to_months >= from_months),
  source text NOT NULL,
  PRIMARY KEY (framework_code, version, code),
  FOREIGN KEY (framework_code, version) REFERENCES framework_version
);

-- The days that are no working days in England besides Saturdays and Sundays.
CREATE TABLE bank_holiday (
  day date PRIMARY KEY,
  name text NOT NULL,
  source text NOT NULL
);

-- The shared vocabulary of findings and of workstreams: definitions/themes/*.yaml.
CREATE TABLE theme (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL,
  description text NOT NULL,
  position integer NOT NULL
);

--changeset sightline:inspections
-- That a council was inspected. What is known of it is in its accounts, one for each source: sources disagree, and each is kept.
CREATE TABLE inspection (
  id integer PRIMARY KEY DEFAULT new_id(),
  council_id integer NOT NULL REFERENCES area,
  framework_code text NOT NULL REFERENCES inspection_framework,
  owner_organisation_id integer REFERENCES organisation,
  owner_key integer NOT NULL GENERATED ALWAYS AS (coalesce(owner_organisation_id, 0)) STORED,
  access_class text NOT NULL CHECK (access_class IN ('PUBLISHED', 'SHARED', 'COUNCIL_ONLY', 'EMBARGOED')),
  embargoed_until timestamptz,
  version integer NOT NULL DEFAULT 0,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((access_class = 'EMBARGOED') = (embargoed_until IS NOT NULL)),
  CHECK (owner_organisation_id IS NOT NULL OR access_class = 'PUBLISHED'),
  UNIQUE (id, owner_key),
  UNIQUE (id, framework_code)
);
CREATE INDEX inspection_by_council ON inspection (council_id);
CREATE INDEX inspection_by_owner ON inspection (owner_organisation_id) WHERE owner_organisation_id IS NOT NULL;

-- precedence: of two sources that disagree the one with the lower number is shown, and of two with the same the later.
CREATE TABLE inspection_source (
  id integer PRIMARY KEY DEFAULT new_id(),
  code text NOT NULL,
  kind text NOT NULL
    CHECK (kind IN ('REPORT', 'OFFICIAL_STATISTICS', 'COUNCIL_PAPER', 'COMMUNITY_TABLE', 'OWN_RECORD')),
  precedence integer NOT NULL GENERATED ALWAYS AS (
    CASE kind WHEN 'REPORT' THEN 1 WHEN 'OFFICIAL_STATISTICS' THEN 2 WHEN 'COUNCIL_PAPER' THEN 3 WHEN 'OWN_RECORD' THEN 4
      ELSE 5 END) STORED,
  title text NOT NULL,
  publisher text NOT NULL,
  published_on date,
  file_name text,
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  mapping text,
  owner_organisation_id integer REFERENCES organisation,
  owner_key integer NOT NULL GENERATED ALWAYS AS (coalesce(owner_organisation_id, 0)) STORED,
  came_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (owner_key, code),
  UNIQUE (id, owner_key)
);

-- What one source says of an inspection; null where it says nothing. A day known only as a month or a year is its first day,
-- with the precision beside it. is_published false: the body does not publish it, null: not known.
CREATE TABLE inspection_account (
  id integer PRIMARY KEY DEFAULT new_id(),
  inspection_id integer NOT NULL,
  source_id integer NOT NULL,
  owner_key integer NOT NULL DEFAULT 0,
  type_code text REFERENCES inspection_type,
  starts_on date,
  ends_on date CHECK (ends_on >= starts_on),
  precision text NOT NULL DEFAULT 'DAY' CHECK (precision IN ('DAY', 'MONTH', 'YEAR')),
  published_on date,
  is_published boolean,
  visit_themes text[] NOT NULL DEFAULT '{}',
  lead_inspector text,
  report_url text,
  outcome text,
  source_line integer CHECK (source_line > 0),
  paragraph text,
  UNIQUE (inspection_id, source_id),
  UNIQUE (id, owner_key),
  FOREIGN KEY (inspection_id, owner_key) REFERENCES inspection (id, owner_key),
  FOREIGN KEY (source_id, owner_key) REFERENCES inspection_source (id, owner_key)
);
CREATE INDEX inspection_account_by_source ON inspection_account (source_id);

-- A grade, or why there is none.
CREATE TABLE judgement (
  account_id integer NOT NULL,
  owner_key integer NOT NULL DEFAULT 0,
  framework_code text NOT NULL,
  area_code text NOT NULL,
  scale_code text NOT NULL,
  grade_code text,
  missing text CHECK (missing IN ('NOT_JUDGED_UNDER_FRAMEWORK', 'BEFORE_AREA_EXISTED', 'NOT_STATED')),
  stated_as text,
  PRIMARY KEY (account_id, area_code),
  FOREIGN KEY (account_id, owner_key) REFERENCES inspection_account (id, owner_key),
  FOREIGN KEY (framework_code, area_code) REFERENCES judgement_area,
  FOREIGN KEY (scale_code, grade_code) REFERENCES grade,
  CHECK ((grade_code IS NULL) <> (missing IS NULL))
);

-- What an inspection, visit or challenge found, in short words. Its owner may be another than the inspection's: a council keeps
-- findings of a published inspection of its own.
CREATE TABLE finding (
  id integer PRIMARY KEY DEFAULT new_id(),
  inspection_id integer NOT NULL REFERENCES inspection,
  council_id integer NOT NULL REFERENCES area,
  owner_organisation_id integer REFERENCES organisation,
  owner_key integer NOT NULL GENERATED ALWAYS AS (coalesce(owner_organisation_id, 0)) STORED,
  access_class text NOT NULL CHECK (access_class IN ('PUBLISHED', 'SHARED', 'COUNCIL_ONLY', 'EMBARGOED')),
  embargoed_until timestamptz,
  kind text NOT NULL CHECK (kind IN ('STRENGTH', 'AREA_FOR_IMPROVEMENT', 'PRIORITY_ACTION', 'RECOMMENDATION', 'OBSERVATION')),
  number integer CHECK (number > 0),
  theme_code text REFERENCES theme,
  area_code text,
  text text NOT NULL CHECK (text <> ''),
  source text NOT NULL CHECK (source <> ''),
  paragraph text,
  version integer NOT NULL DEFAULT 0,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  words tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('english', text)) STORED,
  CHECK ((access_class = 'EMBARGOED') = (embargoed_until IS NOT NULL)),
  CHECK (owner_organisation_id IS NOT NULL OR access_class = 'PUBLISHED'),
  UNIQUE (id, owner_key)
);
CREATE INDEX finding_by_inspection ON finding (inspection_id);
CREATE INDEX finding_by_council ON finding (council_id);

--changeset sightline:interventions
-- What the Secretary of State does where a council fails: dated, overlapping. to_on null: it goes on, or its end is not stated.
CREATE TABLE intervention (
  id integer PRIMARY KEY DEFAULT new_id(),
  council_id integer NOT NULL REFERENCES area,
  owner_organisation_id integer REFERENCES organisation,
  owner_key integer NOT NULL GENERATED ALWAYS AS (coalesce(owner_organisation_id, 0)) STORED,
  access_class text NOT NULL CHECK (access_class IN ('PUBLISHED', 'SHARED', 'COUNCIL_ONLY', 'EMBARGOED')),
  embargoed_until timestamptz,
  kind text NOT NULL CHECK (kind IN ('ADVISER', 'IMPROVEMENT_NOTICE', 'STATUTORY_DIRECTION', 'COMMISSIONER', 'TRUST')),
  from_on date NOT NULL,
  from_precision text NOT NULL DEFAULT 'DAY' CHECK (from_precision IN ('DAY', 'MONTH', 'YEAR')),
  to_on date CHECK (to_on >= from_on),
  to_precision text CHECK (to_precision IN ('DAY', 'MONTH', 'YEAR')),
  ended text CHECK (ended IN ('LIFTED', 'REPLACED', 'EXPIRED', 'NOT_STATED')),
  note text,
  source text NOT NULL CHECK (source <> ''),
  paragraph text,
  version integer NOT NULL DEFAULT 0,
  CHECK ((access_class = 'EMBARGOED') = (embargoed_until IS NOT NULL)),
  CHECK (owner_organisation_id IS NOT NULL OR access_class = 'PUBLISHED'),
  CHECK ((to_on IS NULL) = (to_precision IS NULL))
);
CREATE INDEX intervention_by_council ON intervention (council_id);
CREATE UNIQUE INDEX intervention_published ON intervention (council_id, kind, from_on) WHERE owner_organisation_id IS NULL;

-- From when to when an intervention counts, and how sure that is. An event that is known by its month or year (it begins, is
-- lifted, is replaced) counts from the first day of it; a term that is known by its last month or year counts to its last day.
-- surely_from, surely_to: between them it held whatever the unknown days are. possible_to: after it, it held no more. Ends are the
-- last day and null where there is none; surely_to of an end that is not stated lies before surely_from.
CREATE VIEW intervention_span WITH (security_invoker = true) AS
SELECT intervention.*, from_on AS counted_from,
  CASE from_precision WHEN 'DAY' THEN from_on ELSE (from_on + begin.unit - interval '1 day')::date END AS surely_from,
  CASE WHEN to_precision = 'DAY' THEN to_on WHEN ended IN ('LIFTED', 'REPLACED') THEN to_on - 1
    ELSE (to_on + finish.unit - interval '1 day')::date END AS counted_to,
  CASE WHEN to_on IS NULL AND ended = 'NOT_STATED' THEN from_on - 1 WHEN to_precision = 'DAY' THEN to_on ELSE to_on - 1 END
    AS surely_to,
  CASE WHEN to_precision = 'DAY' THEN to_on ELSE (to_on + finish.unit - interval '1 day')::date END AS possible_to
FROM intervention
CROSS JOIN LATERAL (SELECT CASE from_precision WHEN 'MONTH' THEN interval '1 month' WHEN 'YEAR' THEN interval '1 year' END AS unit)
  AS begin
CROSS JOIN LATERAL (SELECT CASE to_precision WHEN 'MONTH' THEN interval '1 month' WHEN 'YEAR' THEN interval '1 year' END AS unit)
  AS finish;

--changeset sightline:childrens-homes
-- A council's own homes: nobody else ever sees one. What others may see is a count of them by grade.
CREATE TABLE childrens_home (
  id integer PRIMARY KEY DEFAULT new_id(),
  owner_organisation_id integer NOT NULL REFERENCES organisation,
  name text NOT NULL CHECK (name <> ''),
  opened_on date,
  closed_on date,
  version integer NOT NULL DEFAULT 0,
  UNIQUE (owner_organisation_id, name),
  UNIQUE (id, owner_organisation_id)
);

-- What was known of a home at a day: its latest grade, or none because it had not been inspected.
CREATE TABLE childrens_home_grade (
  home_id integer NOT NULL,
  owner_organisation_id integer NOT NULL,
  as_at date NOT NULL,
  precision text NOT NULL DEFAULT 'DAY' CHECK (precision IN ('DAY', 'MONTH', 'YEAR')),
  scale_code text NOT NULL DEFAULT 'ofsted-four-point',
  grade_code text,
  inspected_on date,
  source text NOT NULL CHECK (source <> ''),
  paragraph text,
  PRIMARY KEY (home_id, as_at),
  FOREIGN KEY (home_id, owner_organisation_id) REFERENCES childrens_home (id, owner_organisation_id),
  FOREIGN KEY (scale_code, grade_code) REFERENCES grade
);

-- How many homes had which grade at a day, as the council gave it out. grade_code null: not inspected yet.
CREATE TABLE childrens_home_count (
  id integer PRIMARY KEY DEFAULT new_id(),
  owner_organisation_id integer NOT NULL REFERENCES organisation,
  council_id integer NOT NULL REFERENCES area,
  access_class text NOT NULL CHECK (access_class IN ('PUBLISHED', 'SHARED', 'COUNCIL_ONLY', 'EMBARGOED')),
  embargoed_until timestamptz,
  as_at date NOT NULL,
  precision text NOT NULL DEFAULT 'DAY' CHECK (precision IN ('DAY', 'MONTH', 'YEAR')),
  scale_code text NOT NULL DEFAULT 'ofsted-four-point',
  grade_code text,
  homes integer NOT NULL CHECK (homes >= 0),
  source text NOT NULL CHECK (source <> ''),
  CHECK ((access_class = 'EMBARGOED') = (embargoed_until IS NOT NULL)),
  UNIQUE NULLS NOT DISTINCT (owner_organisation_id, as_at, grade_code),
  FOREIGN KEY (scale_code, grade_code) REFERENCES grade
);

--changeset sightline:reviews
-- A formal review of a council by another organisation: its author's until it is issued, then the council's to read as well.
CREATE TABLE review (
  id integer PRIMARY KEY DEFAULT new_id(),
  owner_organisation_id integer NOT NULL REFERENCES organisation,
  council_id integer NOT NULL REFERENCES area,
  held_on date NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  conclusion text NOT NULL CHECK (conclusion <> ''),
  written_by integer NOT NULL,
  written_by_name text NOT NULL,
  issued_at timestamptz,
  version integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (written_by, owner_organisation_id) REFERENCES member (id, organisation_id),
  UNIQUE (id, owner_organisation_id)
);
CREATE INDEX review_by_council ON review (council_id);

CREATE TABLE review_point (
  review_id integer NOT NULL,
  owner_organisation_id integer NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  kind text NOT NULL CHECK (kind IN ('STRENGTH', 'CONCERN', 'RECOMMENDATION', 'NEXT_STEP')),
  theme_code text REFERENCES theme,
  text text NOT NULL CHECK (text <> ''),
  PRIMARY KEY (review_id, position),
  FOREIGN KEY (review_id, owner_organisation_id) REFERENCES review (id, owner_organisation_id)
);
