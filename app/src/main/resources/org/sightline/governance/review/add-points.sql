INSERT INTO review_point (review_id, owner_organisation_id, position, kind, theme_code, text)
SELECT ?, ?, given.position, given.kind, given.theme_code, given.text
FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS given (kind, theme_code, text, position)
