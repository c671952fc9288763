SELECT repeated_line.line, repeated_line.first_line, area.name AS area
FROM repeated_line JOIN area ON area.id = repeated_line.area_id
ORDER BY repeated_line.line
