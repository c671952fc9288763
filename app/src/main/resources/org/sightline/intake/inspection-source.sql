SELECT code AS source_code, precedence, published_on AS source_published_on, mapping
FROM inspection_source WHERE owner_organisation_id IS NULL AND code = ?
