--liquibase formatted sql

--changeset sightline:imports
-- One attempt to bring a file in: its progress while it runs, its report when it has ended.
CREATE TABLE import_run (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  owner_organisation_id integer REFERENCES organisation,
  file_name text NOT NULL,
  mapping text NOT NULL,
  release_code text NOT NULL,
  sha256 text,
  state text NOT NULL CHECK (state IN ('RUNNING', 'IMPORTED', 'UNCHANGED', 'REFUSED', 'FAILED')),
  phase text NOT NULL,
  bytes_total bigint NOT NULL,
  bytes_read bigint NOT NULL DEFAULT 0,
  rows_read bigint NOT NULL DEFAULT 0,
  message text,
  report jsonb,
  started_at timestamptz NOT NULL DEFAULT now(),
  heartbeat_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CHECK ((state = 'RUNNING') = (finished_at IS NULL))
);

-- Every row that was not taken, with the rule that refused it. line counts the file's lines from 1, the header included.
CREATE TABLE import_rejection (
  import_id uuid NOT NULL REFERENCES import_run,
  line integer NOT NULL,
  column_name text NOT NULL,
  rule text NOT NULL,
  value text NOT NULL,
  message text NOT NULL
);
CREATE INDEX import_rejection_by_import ON import_rejection (import_id, line);
