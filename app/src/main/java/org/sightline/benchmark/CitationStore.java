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
  private static final String FINGERPRINTS =
      "SELECT unnest(?::text[]) AS text, unnest(citation_fingerprints(?::text[])) AS fingerprint";

  private final Connection connection;

  CitationStore(Connection connection) {
    this.connection = connection;
  }

  /** The fingerprint of each text: SHA-256 under the key, 64 hexadecimal digits. */
  Map<String, String> fingerprints(Collection<String> texts) {
    List<String> once = texts.stream().distinct().toList();
    return Sql.list(
            connection,
            FINGERPRINTS,
            row -> Map.entry(row.getString("text"), row.getString("fingerprint")),
            once,
            once)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
