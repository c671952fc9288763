-- What is read: every row of every raw file as it stands, and what is to be computed from it.

SET work_mem = '128MB';
SET jit = off;

CREATE TABLE raw_row (file text NOT NULL, cells jsonb NOT NULL);

-- One line for each indicator and breakdown: indicators.csv.
CREATE TABLE asked (
  indicator          text NOT NULL,
  breakdown          text NOT NULL, -- as the product is asked, such as age=17-18; empty for none
  file               text NOT NULL, -- below the folder of the real data
  ends               text NOT NULL, -- month and day on which its periods end
  value              text NOT NULL, -- a column, or columns to add up, joined by ' + '
  over               text NOT NULL, -- a column to divide by; empty where the value is published
  over_previous_year text NOT NULL, -- an indicator of this table whose figure of the year before is divided by
  times              text NOT NULL, -- what a quotient is multiplied by; empty where there is none
  decimals           int NOT NULL,
  filter             text NOT NULL, -- column=text; column=text
  direction          text NOT NULL, -- LOWER_FIRST, HIGHER_FIRST or NEUTRAL
  banded             boolean NOT NULL
);

CREATE FUNCTION is_number(cell text) RETURNS boolean IMMUTABLE LANGUAGE sql AS
  $$ SELECT cell ~ '^-?[0-9]+(\.[0-9]+)?$' $$;

CREATE FUNCTION number_in(cell text) RETURNS numeric IMMUTABLE LANGUAGE sql AS
  $$ SELECT CASE WHEN is_number(cell) THEN cell::numeric END $$;

-- The symbols of Explore Education Statistics. Any other text stands out as a difference.
CREATE FUNCTION reason_in(cell text) RETURNS text IMMUTABLE LANGUAGE sql AS
  $$ SELECT CASE
       WHEN is_number(cell) THEN NULL
       WHEN cell = 'c' THEN 'SUPPRESSED'
       WHEN cell = 'z' THEN 'NOT_APPLICABLE'
       WHEN cell = 'x' THEN 'NOT_AVAILABLE'
       WHEN cell = 'u' THEN 'LOW_RELIABILITY'
       WHEN cell IN ('low', 'k') THEN 'ROUNDS_TO_ZERO'
       ELSE format('no symbol: %L', cell) END $$;

-- Type 7 of Hyndman and Fan on decimals: percentile_cont would go by way of binary fractions.
CREATE FUNCTION type7(ascending numeric[], share numeric) RETURNS numeric IMMUTABLE LANGUAGE sql AS
  $$ SELECT low + (along - floor(along)) * (high - low)
     FROM (SELECT along, ascending[floor(along)::int + 1] AS low, ascending[ceil(along)::int + 1] AS high
           FROM (SELECT (cardinality(ascending) - 1) * share AS along) AS place) AS between_two $$;
