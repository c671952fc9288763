-- The values that hold on a day, of one attribute or of all.
SELECT span.council_id, span.attribute_code, attribute.name, span.value, span.valid_from, span.holds_to, span.source
FROM council_attribute_span AS span JOIN attribute ON attribute.code = span.attribute_code
WHERE (?::text IS NULL OR span.attribute_code = ?::text)
  AND span.valid_from <= ? AND (span.holds_to IS NULL OR span.holds_to >= ?)
ORDER BY span.attribute_code, span.council_id
