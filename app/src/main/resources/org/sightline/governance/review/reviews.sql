-- Reviews in the viewer's sight: the own organisation's, and those of the own council that were issued.
SELECT review.id, review.owner_organisation_id, review.council_id, review.held_on, review.title, review.conclusion,
  review.written_by_name, review.issued_at, review.created_at, review.version,
  coalesce(review.written_by = (SELECT viewer_member()), false) AS is_writer,
  review.council_id = ANY ((SELECT councils_agreed_with())::integer[]) AS is_agreed
FROM review
WHERE (review.owner_organisation_id = (SELECT viewer_organisation())
    OR (review.issued_at IS NOT NULL AND review.council_id = (SELECT viewer_council())))
