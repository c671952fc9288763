package org.sightline.leaving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.sightline.DemonstrationPeople;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;
import org.sightline.migrations.leaving.CouncilTable;
import org.sightline.migrations.leaving.CouncilTables;
import org.sightline.migrations.upkeep.TablesOwner;

/** The demonstration with something of Hull's in every table, read by others. */
final class LeavingHull implements AutoCloseable {
  /** What others are shown of Hull. */
  static final String FIGURES =
      """
      { trend(council: "E06000010", indicator: "assessments-within-45-days-local") { points { period { code } value } } }
      """;

  private static final String EVERY_TABLE =
      """
      SELECT relname FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1
      """;

  private static final String EVERY_COLUMN_OF_AN_ORGANISATION =
      """
      SELECT relname || ' ' || attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
        AND (attname ~ 'organisation_id$' OR attname = 'owner_key') AND atttypid = 'integer'::regtype
      """;

  private final TestSightline sightline;
  private final int key;

  LeavingHull() throws SQLException {
    sightline =
        TestSightline.on(TestPostgres.freshDatabase("with-much-of-hull", LeavingHull::prepare));
    key =
        Integer.parseInt(
            texts("SELECT id::text FROM organisation WHERE code = 'e06000010'").getFirst());
  }

  private static void prepare(Database database) throws Exception {
    TestSightline.loadDemonstration(database);
    try (TestSightline sightline = TestSightline.on(database);
        Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      var _ = sightline.ask(DemonstrationPeople.YORKSHIRE_PARTNER, FIGURES);
      statement.execute(moreOfHull());
    }
  }

  private static String moreOfHull() {
    try (InputStream sql = LeavingHull.class.getResourceAsStream("more-of-hull.sql")) {
      return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestSightline sightline() {
    return sightline;
  }

  TablesOwner owner() {
    Database database = sightline.database();
    return new TablesOwner(database.url(), database.ownerUsername(), database.ownerPassword());
  }

  /** How many rows in which tables bear Hull's key, whatever the product's own list says. */
  Map<String, Long> rowsWithItsKey() throws SQLException {
    Map<String, Long> found = new TreeMap<>();
    for (String column : texts(EVERY_COLUMN_OF_AN_ORGANISATION)) {
      String[] parts = column.split(" ", -1);
      long rows =
          Long.parseLong(
              texts(
                      "SELECT count(*)::text FROM %s WHERE %s = %d"
                          .formatted(parts[0], parts[1], key))
                  .getFirst());
      found.merge(parts[0], rows, Long::sum);
    }
    found.values().removeIf(rows -> rows == 0);
    return found;
  }

  /** Of each table, the number and the content of the rows that are not Hull's. */
  Map<String, String> whatIsOthers() throws SQLException {
    Map<String, String> others = new TreeMap<>();
    for (String table : texts(EVERY_TABLE)) {
      others.put(
          table,
          texts(
                  "SELECT count(*) || ' ' || coalesce(sum(hashtextextended(the_whole_row::text, 0)), 0) FROM %s AS the_whole_row WHERE NOT coalesce((%s), false)"
                      .formatted(table, hulls(table)))
              .getFirst());
    }
    return others;
  }

  /** Of the log and of what was signed, nobody's row may change: Hull's least of all. */
  private String hulls(String table) {
    if (List.of("access_log", "sharing_agreement_signature", "sharing_protocol").contains(table)) {
      return "false";
    }
    if (table.equals("member")) {
      return "organisation_id = " + key;
    }
    return CouncilTables.all().stream()
        .filter(one -> one.name().equals(table))
        .map(CouncilTable::rows)
        .findFirst()
        .orElse("false")
        .replace("?", Integer.toString(key));
  }

  List<String> texts(String sql) throws SQLException {
    try (Connection owner = sightline.database().connect();
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection owner = sightline.database().connect();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    sightline.close();
    TestPostgres.drop(sightline.database());
  }
}
