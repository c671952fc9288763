INSERT INTO inspection (id, council_id, framework_code, access_class)
SELECT given.*, 'PUBLISHED' FROM unnest(?::int[], ?::int[], ?::text[]) AS given
