package org.sightline.indicator.dictionary;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.Polarity;
import org.sightline.tenancy.Sql;

/** The entries of the newest release of the dictionary, from PostgreSQL. */
@Singleton
class DictionaryStore {
  private static final String ENTRIES = Sql.beside(DictionaryStore.class, "entries.sql");

  private final Connection connection;

  DictionaryStore(Connection connection) {
    this.connection = connection;
  }

  /** Every entry, by topic and name; none where no dictionary was imported. */
  List<DictionaryEntry> list() {
    return Sql.list(connection, ENTRIES, DictionaryStore::entry);
  }

  private static DictionaryEntry entry(ResultSet row) throws SQLException {
    @Nullable String polarity = row.getString("polarity");
    return new DictionaryEntry(
        row.getString("topic"),
        row.getString("measure"),
        row.getString("code"),
        row.getString("name"),
        row.getString("chart_title"),
        row.getString("axis"),
        polarity == null ? null : Polarity.valueOf(polarity),
        Sql.nullableInteger(row, "decimals"),
        row.getString("year_type"),
        row.getBoolean("no_quartile"),
        row.getString("description"),
        row.getString("methodology"),
        row.getString("table_status"),
        row.getObject("last_update", LocalDate.class),
        row.getString("last_update_words"),
        row.getObject("next_update", LocalDate.class),
        row.getString("next_update_words"),
        row.getString("data_owner"),
        Arrays.stream(row.getString("links").split("\\s+", -1))
            .filter(link -> !link.isEmpty())
            .toList(),
        row.getInt("source_line"));
  }
}
