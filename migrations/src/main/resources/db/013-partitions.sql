--liquibase formatted sql

--changeset sightline:definitions-say-what-makes-a-whole
-- Which members of a dimension make the whole together, none twice and none left out, coded as breakdowns are: age=17-18;age=19-21.
-- Only of these may a total be summed where none is given (docs/decisions/0028).
ALTER TABLE indicator
  ADD COLUMN partitions text NOT NULL DEFAULT '',
  ADD CHECK (partitions = '' OR kind IN ('COUNT', 'PROPORTION', 'RATE', 'RATIO'));
