-- Every word for a grade, in lower case.
SELECT scale_code, code, name,
  ARRAY(SELECT DISTINCT lower(word) FROM unnest(aliases || ARRAY[code, name]) AS word) AS words
FROM grade ORDER BY scale_code, position
