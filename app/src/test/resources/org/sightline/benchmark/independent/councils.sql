-- Who there is, by DfE's list of local authorities: which codes are one council, and when it existed.

CREATE TABLE code AS
WITH listed AS (
  SELECT cells ->> 'new_la_code' AS code,
         cells ->> 'old_la_code' AS number,
         to_date(cells ->> 'date_of_operation', 'DD/MM/YYYY') AS starts,
         to_date(nullif(cells ->> 'date_of_termination', ''), 'DD/MM/YYYY') AS ends
  FROM raw_row
  WHERE file = 'geography/dfe_las.csv' AND cells ->> 'new_la_code' ~ '^E[0-9]{8}$' AND cells ->> 'old_la_code' ~ '^[0-9]{3}$'
)
-- One DfE number is one council, whatever ONS codes it had; but the unitary Buckinghamshire of 2020 is a new council under
-- the county's number (docs/decisions/0006).
SELECT *, last_value(code) OVER (PARTITION BY number, code = 'E06000060' ORDER BY starts
                                 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS council
FROM listed;

-- A council is named by its last code.
CREATE TABLE council AS
SELECT council, number, min(starts) AS starts, CASE WHEN bool_and(ends IS NOT NULL) THEN max(ends) END AS ends
FROM code GROUP BY council, number;

-- A neighbour table has one row for each council and its ten neighbours in columns SN1 or SN_1 to SN10, by DfE number.
-- Of two councils with one number the later is meant: both tables are younger than it.
CREATE TABLE neighbour AS
WITH by_number AS (SELECT DISTINCT ON (number) number, council FROM council ORDER BY number, starts DESC)
SELECT model.code AS model, asker.council, substring(cell.key FROM '[0-9]+')::int AS place, neighbour.council AS neighbour
FROM (VALUES ('2021', 'geography/New_Statistical_Neighbour_Groupings_April_2021.csv', 'LA num'),
             ('2025', 'geography/sn_model_2025_wide.csv', 'old_la_code')) AS model (code, file, number_column)
JOIN raw_row ON raw_row.file = model.file
JOIN by_number AS asker ON asker.number = trim(raw_row.cells ->> model.number_column)
CROSS JOIN jsonb_each_text(raw_row.cells) AS cell
JOIN by_number AS neighbour ON neighbour.number = trim(cell.value)
WHERE cell.key ~ '^SN_?[0-9]+$';
CREATE INDEX ON neighbour (council, model);
