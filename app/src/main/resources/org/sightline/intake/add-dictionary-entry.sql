INSERT INTO dictionary_entry (edition_id, topic, measure, code, name, chart_title, axis, polarity, decimals, year_type, no_quartile, description, methodology,
  table_status, last_update, last_update_words, next_update, next_update_words, data_owner, links, source_line)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::int, ?, ?, ?, ?, ?, ?::date, ?, ?::date, ?, ?, ?, ?)
ON CONFLICT (edition_id, topic, measure) DO NOTHING
