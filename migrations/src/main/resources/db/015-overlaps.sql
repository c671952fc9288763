--liquibase formatted sql

--changeset sightline:definitions-say-whether-figures-overlap
-- By its definition each figure holds much of what the one before holds, whatever its period: two years in a yearly figure, a total since
-- a day in a monthly one. Nothing that rests on chance is said of it (docs/decisions/0026). In quotes, because OVERLAPS is an operator.
ALTER TABLE indicator
  ADD COLUMN "overlaps" boolean NOT NULL DEFAULT false,
  ADD CHECK (NOT "overlaps" OR nature = 'STOCK');
