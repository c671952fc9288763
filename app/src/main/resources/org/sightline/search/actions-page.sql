-- Joins matched-actions.sql: one page, the best first, marked as findings are.
, page AS (
  SELECT matched.id, matched.rank, matched.at FROM matched
  WHERE of_councils AND of_themes AND of_states
    AND (matched.rank, matched.at, matched.id)
      < (coalesce(?::real, 'infinity'), coalesce(?::timestamptz, 'infinity'), ?::int)
  ORDER BY matched.rank DESC, matched.at DESC, matched.id DESC LIMIT ?
)
SELECT page.id, page.rank, page.at,
  ts_headline('english',
    translate(action.text, '<' || chr(57344) || chr(57345) || chr(57346) || chr(57347), chr(57347)), asked.words,
    'MaxFragments=3, MaxWords=25, MinWords=10, StartSel=' || chr(57344) || ', StopSel=' || chr(57345)
      || ', FragmentDelimiter=' || chr(57346)) AS highlighted
FROM page JOIN action ON action.id = page.id CROSS JOIN asked
ORDER BY page.rank DESC, page.at DESC, page.id DESC
