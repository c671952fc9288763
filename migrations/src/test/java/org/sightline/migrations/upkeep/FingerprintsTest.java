package org.sightline.migrations.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;
import org.sightline.migrations.MigrationFailure;
import org.sightline.migrations.Migrations;
import org.sightline.migrations.MigrationsTest;

class FingerprintsTest {
  /** Values whose text a server's settings could change, and columns with names that are words. */
  private static final String THINGS =
      """
      CREATE TABLE thing (id integer PRIMARY KEY, line text, "order" double precision, at timestamptz, lasts interval, bytes bytea,
        names text[], twice text GENERATED ALWAYS AS (line || line) STORED);
      INSERT INTO thing VALUES
        (1, 'one', 0.1, '2026-06-01 12:00+00', '1 day 2 hours', '\\x00ff', '{a,NULL}'),
        (2, NULL, 1e300, '2026-12-01 12:00+00', '-3 months', '', '{}'),
        (3, '', 'NaN', 'infinity', '0', NULL, NULL);
      """;

  private Database database;

  @BeforeEach
  void fill() throws SQLException {
    database =
        TestPostgres.freshDatabase(
            "migrated-for-fingerprints",
            fresh -> new Migrations(MigrationsTest.settings(fresh)).run(step -> {}));
    execute(database, THINGS);
  }

  @AfterEach
  void drop() {
    TestPostgres.drop(database);
  }

  @Test
  void theOrderOfRowsAndTheSettingsOfARoleSayNothing() throws SQLException {
    DatabaseFingerprint before = Fingerprints.of(owner());
    execute(
        database,
        """
        CREATE TABLE moved AS SELECT * FROM thing;
        DELETE FROM thing;
        INSERT INTO thing (id, line, "order", at, lasts, bytes, names)
          SELECT id, line, "order", at, lasts, bytes, names FROM moved ORDER BY id DESC;
        DROP TABLE moved;
        ALTER DATABASE %1$s SET TimeZone = 'Asia/Kathmandu';
        ALTER DATABASE %1$s SET IntervalStyle = 'sql_standard';
        ALTER DATABASE %1$s SET extra_float_digits = -10;
        ALTER DATABASE %1$s SET bytea_output = 'escape';
        """
            .formatted(database.name()));

    assertThat(Fingerprints.of(owner())).isEqualTo(before);
    assertThat(before.lines().stream().filter(line -> line.name().equals("thing")))
        .singleElement()
        .extracting(DatabaseFingerprint.Line::amount)
        .isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE thing SET line = 'two' WHERE id = 1 | The table thing has as many rows (3), and other columns or content.",
        "UPDATE thing SET line = '' WHERE id = 2 | The table thing has as many rows (3), and other columns or content.",
        "UPDATE thing SET at = at + interval '1 microsecond' WHERE id = 1 | The table thing has as many rows (3), and other columns or content.",
        "ALTER TABLE thing RENAME COLUMN line TO row | The table thing has as many rows (3), and other columns or content.",
        "DELETE FROM thing WHERE id = 3 | The table thing has 2 rows and had 3.",
        "DROP TABLE thing | The table thing is not there.",
        "CREATE TABLE other (id integer) | The table other is new.",
        "SELECT nextval('scrambled_id') | The sequence scrambled_id has",
        "INSERT INTO organisation (kind, name, code) VALUES ('DFE', 'D', 'dfe') | The table organisation has 1 rows and had 0.",
      })
  void everyDifferenceIsTold(String change, String told) throws SQLException {
    DatabaseFingerprint before = Fingerprints.of(owner());

    execute(database, change);

    DatabaseFingerprint now = Fingerprints.of(owner());
    assertThat(now.differencesFrom(before)).anyMatch(line -> line.startsWith(told));
    assertThat(now.whole()).isNotEqualTo(before.whole());
  }

  /** The sum of rows that change places column by column is not the same. */
  @Test
  void twoRowsThatSwapAValueDiffer() throws SQLException {
    DatabaseFingerprint before = Fingerprints.of(owner());

    execute(
        database,
        "UPDATE thing SET line = CASE id WHEN 1 THEN NULL WHEN 2 THEN 'one' ELSE line END");

    assertThat(Fingerprints.of(owner()).differencesFrom(before)).hasSize(1);
  }

  @Test
  void everyPartitionOfTheAccessLogIsATableOfItsOwn() {
    assertThat(Fingerprints.of(owner()).lines().stream().map(DatabaseFingerprint.Line::name))
        .contains("access_log_other", "observation", "databasechangelog")
        .doesNotContain("access_log")
        .filteredOn(name -> name.matches("access_log_[0-9]{4}_[0-9]{2}"))
        .hasSize(3);
  }

  /** A role whose rows the policies choose must not take them for all. */
  @Test
  void whoDoesNotSeeEveryRowIsRefused() throws SQLException {
    execute(database, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO sightline_app");
    TablesOwner app = new TablesOwner(database.url(), "sightline_app", "app-password");

    assertThatThrownBy(() -> Fingerprints.of(app))
        .isInstanceOf(MigrationFailure.class)
        .hasMessageContaining("The role sightline_app does not own the tables")
        .hasMessageContaining("row-level security");
  }

  /** Else the owner would back up, compare and delete what the policies let through. */
  @Test
  void noTableForcesItsPoliciesOnItsOwner() throws SQLException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT count(*) FILTER (WHERE relforcerowsecurity), count(*) FILTER (WHERE relrowsecurity) FROM pg_class")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
      assertThat(rows.getInt(2)).isGreaterThan(40);
    }
  }

  @Test
  void whatWasCutShortOrIsSomethingElseIsNoFingerprint() {
    List<String> text = Fingerprints.of(owner()).text();

    assertThat(DatabaseFingerprint.parse(text).text()).isEqualTo(text);
    assertThatThrownBy(() -> DatabaseFingerprint.parse(text.subList(0, text.size() - 2)))
        .hasMessageContaining("cut short");
    assertThatThrownBy(() -> DatabaseFingerprint.parse(List.of("hello")))
        .hasMessageContaining("This is no fingerprint");
    assertThatThrownBy(() -> DatabaseFingerprint.parse(List.of(text.getFirst(), "hello")))
        .hasMessage("'hello' is no line of a fingerprint.");
  }

  private TablesOwner owner() {
    return new TablesOwner(database.url(), database.ownerUsername(), database.ownerPassword());
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
