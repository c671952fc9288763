-- The source of a file; came_at stays where the same file comes again.
INSERT INTO inspection_source AS known (code, kind, title, publisher, published_on, file_name, sha256, mapping)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (owner_key, code) DO UPDATE SET title = excluded.title, published_on = excluded.published_on,
  file_name = excluded.file_name, sha256 = excluded.sha256, mapping = excluded.mapping,
  came_at = CASE WHEN known.sha256 = excluded.sha256 THEN known.came_at ELSE now() END
