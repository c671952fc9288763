--liquibase formatted sql

--changeset sightline:reference-version
-- The fingerprint of the reference data that was loaded last: loading the same again changes nothing.
CREATE TABLE reference_version (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  sha256 text NOT NULL,
  loaded_at timestamptz NOT NULL DEFAULT now()
);
