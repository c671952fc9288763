--liquibase formatted sql

--changeset sightline:later-table
CREATE TABLE later (number integer);

--changeset sightline:later-column
ALTER TABLE saved_group ADD COLUMN note text;
