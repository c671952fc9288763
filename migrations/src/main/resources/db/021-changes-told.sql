--liquibase formatted sql

--changeset sightline:changes-told
-- The service does not start on tables that are older than it is; it knows them by the names of the changes that were made.
GRANT SELECT (id) ON databasechangelog TO ${appRole};
