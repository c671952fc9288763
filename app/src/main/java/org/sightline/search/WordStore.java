package org.sightline.search;

import jakarta.inject.Singleton;
import java.sql.Connection;
import org.sightline.tenancy.Sql;

/** What PostgreSQL makes of words. */
@Singleton
class WordStore {
  private static final String WORDS =
      "SELECT numnode(websearch_to_tsquery('english', ?::text)) AS words";

  private final Connection connection;

  WordStore(Connection connection) {
    this.connection = connection;
  }

  /** Whether there is anything to search for in a text. */
  boolean isAnything(String text) {
    return Sql.list(connection, WORDS, row -> row.getInt("words"), text).getFirst() > 0;
  }
}
