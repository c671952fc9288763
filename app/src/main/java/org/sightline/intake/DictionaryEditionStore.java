package org.sightline.intake;

import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.dictionary.DictionaryEntry;
import org.sightline.tenancy.Sql;

/** Writes the entries of a data dictionary into an edition. */
final class DictionaryEditionStore {
  private static final String ADD =
      Sql.beside(DictionaryEditionStore.class, "add-dictionary-entry.sql");
  private static final String DIFFERS =
      Sql.beside(DictionaryEditionStore.class, "dictionary-entry-differs.sql");

  private final Connection connection;

  DictionaryEditionStore(Connection connection) {
    this.connection = connection;
  }

  /** Those of the entries that stand in the edition with other words. */
  List<DictionaryEntry> differing(int editionId, Collection<DictionaryEntry> entries) {
    return entries.stream()
        .filter(
            entry ->
                Sql.list(
                        connection,
                        DIFFERS,
                        row -> row.getBoolean("differs"),
                        parameters(editionId, entry))
                    .getFirst())
        .toList();
  }

  /** Adds those that do not stand; says how many. */
  long add(int editionId, Collection<DictionaryEntry> entries) {
    return entries.stream()
        .mapToLong(entry -> Sql.execute(connection, ADD, parameters(editionId, entry)))
        .sum();
  }

  private static @Nullable Object[] parameters(int editionId, DictionaryEntry entry) {
    return new @Nullable Object[] {
      editionId,
      entry.topic(),
      entry.measure(),
      entry.code(),
      entry.name(),
      entry.chartTitle(),
      entry.axis(),
      entry.polarity() == null ? null : entry.polarity().name(),
      entry.decimals(),
      entry.yearType(),
      entry.noQuartile(),
      entry.description(),
      entry.methodology(),
      entry.tableStatus(),
      entry.lastUpdate(),
      entry.lastUpdateWords(),
      entry.nextUpdate(),
      entry.nextUpdateWords(),
      entry.dataOwner(),
      String.join("\n", entry.links()),
      entry.sourceLine()
    };
  }
}
