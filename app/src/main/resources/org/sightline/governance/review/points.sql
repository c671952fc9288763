-- Points of reviews that are in the viewer's sight, in order.
SELECT point.review_id, point.position, point.kind, point.theme_code, theme.name AS theme_name, point.text
FROM review_point AS point
JOIN review ON review.id = point.review_id
LEFT JOIN theme ON theme.code = point.theme_code
WHERE point.review_id = ANY (?::int[])
  AND (review.owner_organisation_id = (SELECT viewer_organisation())
    OR (review.issued_at IS NOT NULL AND review.council_id = (SELECT viewer_council())))
ORDER BY point.review_id, point.position
