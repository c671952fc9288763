-- Every attribute, with the values that some council has ever had.
SELECT attribute.code, attribute.name, attribute.description, attribute.allowed_values, attribute.is_ordered, attribute.source,
  (SELECT array_agg(DISTINCT given.value ORDER BY given.value) FROM council_attribute AS given
   WHERE given.attribute_code = attribute.code) AS given_values
FROM attribute
ORDER BY attribute.code
