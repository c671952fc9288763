-- The councils that have ever had a code: real ones first, then those that still have it.
SELECT area_code.code, area_code.area_id
FROM area_code JOIN area ON area.id = area_code.area_id
WHERE area_code.code = any (?::text[]) AND area.kind = 'COUNCIL'
ORDER BY area_code.code, area.generated, area_code.valid_to DESC NULLS FIRST, area.exists_to DESC NULLS FIRST
