-- Of the newest release of the dictionary that is out. Row-level security guards editions; the class is named all the same.
SELECT topic, measure, code, name, chart_title, axis, polarity, decimals, year_type, no_quartile, description, methodology,
  table_status, last_update, last_update_words, next_update, next_update_words, data_owner, links, source_line
FROM dictionary_entry
WHERE edition_id = (
  SELECT edition.id FROM edition JOIN release ON release.id = edition.release_id
  WHERE edition.table_code = 'lait-data-dictionary' AND edition.access_class = 'PUBLISHED' AND edition.owner_key = 0
    AND release.published_on <= current_date
  ORDER BY release.published_on DESC, edition.id DESC LIMIT 1)
ORDER BY topic, name, measure
