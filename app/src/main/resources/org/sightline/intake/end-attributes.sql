-- Last days of what had none.
UPDATE council_attribute AS known
SET valid_to = nullif(given.last_day, '')::date, source = given.source, mapping = ?
FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
  AS given (council_id, attribute, first_day, last_day, source)
WHERE known.council_id = given.council_id AND known.attribute_code = given.attribute
  AND known.valid_from = given.first_day::date
