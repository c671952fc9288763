-- Every value that some councils have ever had.
SELECT span.council_id, span.attribute_code, attribute.name, span.value, span.valid_from, span.holds_to, span.source
FROM council_attribute_span AS span JOIN attribute ON attribute.code = span.attribute_code
WHERE span.council_id = ANY (?::int[])
ORDER BY span.council_id, span.attribute_code, span.valid_from
