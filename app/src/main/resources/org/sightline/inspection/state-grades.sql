-- What an account says of some areas, over what it said before. No grade is NOT_STATED.
INSERT INTO judgement (account_id, owner_key, framework_code, area_code, scale_code, grade_code, missing, stated_as)
SELECT ?, ?, ?, area, scale, nullif(grade, ''), CASE WHEN grade = '' THEN 'NOT_STATED' END, nullif(words, '')
FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS stated (area, scale, grade, words)
ON CONFLICT (account_id, area_code) DO UPDATE
SET grade_code = excluded.grade_code, missing = excluded.missing, stated_as = excluded.stated_as
