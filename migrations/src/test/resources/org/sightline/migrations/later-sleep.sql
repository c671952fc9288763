--liquibase formatted sql

--changeset sightline:later-sleep
SELECT pg_sleep(20);
