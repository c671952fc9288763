-- Interventions in the viewer's sight, with the spans in which they hold. shared_by: whose it is, where only an agreement lets the
-- viewer see it. An embargo that is over is a publication.
SELECT span.id, span.council_id, span.kind, span.from_on, span.from_precision, span.to_on, span.to_precision, span.ended, span.note,
  span.source, span.paragraph,
  CASE WHEN span.embargoed_until <= now() THEN 'PUBLISHED' ELSE span.access_class END AS access_class,
  CASE WHEN span.embargoed_until > now() THEN span.embargoed_until END AS embargoed_until, span.version, span.owner_organisation_id,
  span.counted_from, span.counted_to, span.surely_from, span.surely_to, span.possible_to,
  CASE WHEN span.access_class = 'SHARED' THEN nullif(span.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by
FROM intervention_span AS span
WHERE (span.access_class = 'PUBLISHED' OR (span.access_class = 'EMBARGOED' AND span.embargoed_until <= now())
    OR span.owner_organisation_id = (SELECT viewer_organisation())
    OR (span.access_class = 'SHARED'
      AND span.owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::integer[])))
