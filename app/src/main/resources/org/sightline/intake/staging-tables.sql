-- What one file gives, until it is known to hold: gone with the transaction.
-- indicator_id is negative for a figure that other rows need as their denominator (see StagedRow).
CREATE TEMPORARY TABLE staged (
  indicator_id integer NOT NULL,
  period integer NOT NULL,
  breakdown integer NOT NULL,
  area_id integer NOT NULL,
  value numeric,
  missing text,
  numerator numeric,
  numerator_missing text,
  denominator numeric,
  denominator_missing text,
  derived boolean NOT NULL,
  part integer NOT NULL,
  moment integer NOT NULL,
  filters integer NOT NULL,
  source_name text,
  source_line integer NOT NULL,
  line integer NOT NULL
) ON COMMIT DROP;

CREATE TEMPORARY TABLE staged_period (
  number integer PRIMARY KEY,
  type text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  year integer NOT NULL,
  code text NOT NULL,
  id integer
) ON COMMIT DROP;

CREATE TEMPORARY TABLE staged_breakdown (
  number integer PRIMARY KEY,
  code text NOT NULL,
  id integer
) ON COMMIT DROP;

CREATE TEMPORARY TABLE repeated_line (
  line integer PRIMARY KEY,
  first_line integer NOT NULL,
  area_id integer NOT NULL
) ON COMMIT DROP;

CREATE TEMPORARY TABLE staged_coverage (
  indicator_id integer NOT NULL,
  period integer NOT NULL,
  breakdown integer NOT NULL,
  missing text,
  observations bigint NOT NULL
) ON COMMIT DROP;
