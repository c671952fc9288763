-- Which indicators and periods the editions speak of that the viewer may see. Row-level security guards the same; this stands by
-- itself. The functions are called as (SELECT ...), so that each is computed once a statement.
-- shared_by is another organisation that shares it, null for what is published or the viewer's own.
SELECT coverage.edition_id, coverage.indicator_id, coverage.period_id, edition.release_id, edition.came_at,
  edition.access_class = 'PUBLISHED' OR (edition.access_class = 'EMBARGOED' AND edition.embargoed_until <= now()) AS is_published,
  CASE WHEN edition.access_class = 'SHARED' AND edition.owner_organisation_id IS DISTINCT FROM (SELECT viewer_organisation())
    THEN edition.owner_organisation_id END AS shared_by
FROM edition_coverage AS coverage JOIN edition ON edition.id = coverage.edition_id
WHERE edition.access_class = 'PUBLISHED'
  OR (edition.access_class = 'EMBARGOED' AND edition.embargoed_until <= now())
  OR edition.owner_organisation_id = (SELECT viewer_organisation())
  OR (edition.access_class = 'SHARED' AND (
    edition.owner_organisation_id = ANY ((SELECT organisations_sharing('INDICATORS'))::integer[])
    OR (coverage.edition_id, coverage.indicator_id, coverage.period_id) IN (
      SELECT shared.edition_id, shared.indicator_id, shared.period_id FROM shared_coverage() AS shared)))
