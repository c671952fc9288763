--liquibase formatted sql

--changeset sightline:later-index runInTransaction:false
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS later_once;
CREATE UNIQUE INDEX CONCURRENTLY later_once ON later (number);
RESET lock_timeout;

--changeset sightline:later-timeout
CREATE TABLE later_timeout AS SELECT current_setting('lock_timeout') AS is_set_back;
