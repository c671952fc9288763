--liquibase formatted sql

--changeset sightline:later-column
ALTER TABLE saved_group ADD COLUMN note text;
ALTER TABLE area ADD COLUMN later_note text;

--changeset sightline:later-table
CREATE TABLE later_note (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  saved_group_id integer NOT NULL,
  note text NOT NULL
);

--changeset sightline:later-index-of-groups runInTransaction:false
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS saved_group_later;
CREATE INDEX CONCURRENTLY saved_group_later ON saved_group (changed_at);
RESET lock_timeout;

--changeset sightline:later-index-of-observations runInTransaction:false
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS observation_later;
CREATE INDEX CONCURRENTLY observation_later ON observation (indicator_id);
RESET lock_timeout;
