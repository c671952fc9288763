package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.migrations.MigrationsTest.texts;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessLogMonthsTest {
  /** September 2020 as it was made then, and an entry of August 2020 that found no partition. */
  private static final String OLD_MONTHS =
      """
      CREATE TABLE access_log_2020_09 PARTITION OF access_log
        FOR VALUES FROM ('2020-09-01 00:00:00+00') TO ('2020-10-01 00:00:00+00');
      ALTER TABLE access_log_2020_09 ENABLE ROW LEVEL SECURITY;
      INSERT INTO organisation (id, kind, name, code) VALUES (1, 'DFE', 'Department', 'dfe');
      INSERT INTO member (id, organisation_id, organisation_kind, kind, subject, accepted_at, name, email, roles)
        VALUES (1, 1, 'DFE', 'PERSON', 'reader', now(), 'Reader', 'reader@dfe.example', ARRAY['analyst', 'data-owner']);
      INSERT INTO access_log (at, owner_organisation_id, dataset, reader_member_id, reader_organisation_id, reader_name,
          request_id, document, kind, row_count)
        SELECT at::timestamptz, 1, 'INDICATORS', 1, 1, 'Reader', 'request', '{ x }', 'READ', 1
        FROM unnest(ARRAY['2020-08-31 23:59:59+00', '2020-09-01 00:00:00+00', '2020-09-30 23:59:59+00', 'now']) AS at;
      """;

  private Database database;

  @BeforeAll
  void migrate() throws SQLException {
    database = TestPostgres.freshDatabase();
    new Migrations(MigrationsTest.settings(database)).run(step -> {});
    execute(OLD_MONTHS);
  }

  @Test
  void anOldMonthLeavesTheLogAndStaysAsATable() throws SQLException {
    List<String> said = detach(YearMonth.of(2021, 1));

    assertThat(said)
        .containsExactly(
            "Detached September 2020: its 2 entries are now the table access_log_detached_2020_09.",
            "1 older entries stay, in access_log_other, because their months had no partition.");
    assertThat(asOwner("SELECT count(*)::text FROM access_log")).containsExactly("2");
    assertThat(asOwner("SELECT count(*)::text FROM access_log_detached_2020_09"))
        .containsExactly("2");
    assertThat(
            asOwner(
                """
                SELECT role || ' ' || has_table_privilege(role, 'access_log_detached_2020_09', 'SELECT')
                FROM unnest(ARRAY['sightline_app', 'sightline_release_writer']) AS role ORDER BY 1
                """))
        .containsExactly("sightline_app false", "sightline_release_writer false");
    YearMonth present = YearMonth.now(ZoneOffset.UTC);
    assertThat(detach(present).getFirst())
        .isEqualTo("The access log has no month before %s.".formatted(present));
  }

  @Test
  void theMonthThatRunsIsNeverDetached() {
    YearMonth present = YearMonth.now(ZoneOffset.UTC);
    assertThatThrownBy(() -> detach(present.plusMonths(1)))
        .isInstanceOf(MigrationFailure.class)
        .hasMessage(
            "Only months that have ended are detached: --before may be %s at the latest.", present);
  }

  @Test
  void migratingAgainMakesTheMonthsThatAreMissing() throws SQLException {
    YearMonth next = YearMonth.now(ZoneOffset.UTC).plusMonths(2);
    String table = "access_log_%d_%02d".formatted(next.getYear(), next.getMonthValue());
    execute("DROP TABLE " + table);

    new Migrations(MigrationsTest.settings(database)).run(step -> {});

    assertThat(asOwner("SELECT to_regclass('" + table + "')::text")).containsExactly(table);
    assertThat(asOwner("SELECT relrowsecurity::text FROM pg_class WHERE relname = '" + table + "'"))
        .containsExactly("true");
  }

  private List<String> detach(YearMonth before) {
    List<String> said = new ArrayList<>();
    new AccessLogMonths(database.url(), database.ownerUsername(), database.ownerPassword())
        .detachBefore(before, said::add);
    return said;
  }

  private void execute(String sql) throws SQLException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> asOwner(String sql) throws SQLException {
    try (Connection owner = database.connect()) {
      return texts(owner, sql);
    }
  }
}
