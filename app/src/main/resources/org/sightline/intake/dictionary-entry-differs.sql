-- Whether an entry stands in an edition with other words. The line it was read from may be another.
WITH given (edition_id, topic, measure, code, name, chart_title, axis, polarity, decimals, year_type, no_quartile, description, methodology,
  table_status, last_update, last_update_words, next_update, next_update_words, data_owner, links, source_line) AS (
  VALUES (?::int, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::int, ?::text, ?::boolean, ?::text, ?::text,
    ?::text, ?::date, ?::text, ?::date, ?::text, ?::text, ?::text, ?::int))
SELECT EXISTS (
  SELECT FROM given JOIN dictionary_entry AS entry USING (edition_id, topic, measure)
  WHERE (entry.code, entry.name, entry.chart_title, entry.axis, entry.polarity, entry.decimals, entry.year_type,
      entry.no_quartile, entry.description, entry.methodology, entry.table_status, entry.last_update,
      entry.last_update_words, entry.next_update, entry.next_update_words, entry.data_owner, entry.links)
    IS DISTINCT FROM (given.code, given.name, given.chart_title, given.axis, given.polarity, given.decimals, given.year_type,
      given.no_quartile, given.description, given.methodology, given.table_status, given.last_update,
      given.last_update_words, given.next_update, given.next_update_words, given.data_owner, given.links)) AS differs
