-- A grade, or why there is none. An empty text is none.
INSERT INTO judgement (account_id, framework_code, area_code, scale_code, grade_code, missing, stated_as)
SELECT account_id, framework_code, area_code, scale_code, nullif(grade_code, ''), nullif(missing, ''), nullif(stated_as, '')
FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
  AS given (account_id, framework_code, area_code, scale_code, grade_code, missing, stated_as)
