package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sightline.tenancy.Sql;

/** Fingerprints of texts under a key that only the database knows. */
@Singleton
class CitationStore {
  // A key of its own for each fingerprint: whoever holds the fingerprint cannot make it.
  private static final String FINGERPRINTS =
      """
      WITH made AS (
        SELECT unnest(?::text[]) AS text, unnest(citation_fingerprints(?::text[])) AS fingerprint)
      SELECT text, fingerprint, (citation_fingerprints(ARRAY['key:' || fingerprint]))[1] AS key FROM made
      """;
  private static final String KEY =
      "SELECT (citation_fingerprints(ARRAY['key:' || ?::text]))[1] AS key";

  private final Connection connection;

  CitationStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * Of a text.
   *
   * @param fingerprint SHA-256 under the database's key, 64 hexadecimal digits
   * @param key that belongs to this fingerprint, and is not shown
   */
  record Print(String fingerprint, String key) {}

  /** The fingerprint of each text. */
  Map<String, Print> prints(Collection<String> texts) {
    List<String> once = texts.stream().distinct().toList();
    return Sql.list(
            connection,
            FINGERPRINTS,
            row ->
                Map.entry(
                    row.getString("text"),
                    new Print(row.getString("fingerprint"), row.getString("key"))),
            once,
            once)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The key of a fingerprint that was made before. */
  String key(String fingerprint) {
    return Sql.list(connection, KEY, row -> row.getString("key"), fingerprint).getFirst();
  }
}
