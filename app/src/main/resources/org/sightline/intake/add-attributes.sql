-- New statements of what councils are.
INSERT INTO council_attribute (mapping, council_id, attribute_code, value, valid_from, valid_to, source)
SELECT ?, given.council_id, given.attribute, given.value, given.first_day::date, nullif(given.last_day, '')::date, given.source
FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
  AS given (council_id, attribute, value, first_day, last_day, source)
