package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.migrations.MigrationsTest.texts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/** Walks the catalogue, and asks the database itself as the service's role. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSeesWhatTest {
  /**
   * Public reference data: everybody may read it, so it has no policy. A new table is not one by
   * default.
   */
  private static final List<String> PUBLIC_TABLES =
      List.of(
          "area",
          "area_alias",
          "area_code",
          "breakdown",
          "council_succession",
          "databasechangelog",
          "databasechangeloglock",
          "indicator",
          "joint_return_member",
          "neighbour",
          "neighbour_model",
          "organisation",
          "period",
          "reference_version",
          "release");

  private static final String ONE_OF_EACH_CLASS =
      """
      INSERT INTO period (id, type, starts_on, ends_on, year, code)
        VALUES (1, 'SNAPSHOT', '2025-03-31', '2025-03-31', 2025, '2025-03-31');
      INSERT INTO organisation (id, kind, name) VALUES (1, 'COUNCIL', 'Somebody');
      INSERT INTO edition (id, release_id, table_code, access_class, embargoed_until, owner_organisation_id)
        SELECT 1, min(id), 'published', 'PUBLISHED', NULL::timestamptz, NULL::int FROM release
        UNION ALL SELECT 2, min(id), 'embargoed', 'EMBARGOED', now() + interval '1 day', NULL FROM release
        UNION ALL SELECT 3, min(id), 'lapsed', 'EMBARGOED', now() - interval '1 day', NULL FROM release
        UNION ALL SELECT 4, min(id), 'shared', 'SHARED', NULL, 1 FROM release
        UNION ALL SELECT 5, min(id), 'own', 'COUNCIL_ONLY', NULL, 1 FROM release;
      INSERT INTO source_file (id, edition_id, name, sha256, bytes, mapping)
        SELECT id, id, table_code || '.csv', repeat('0', 64), 1, 'none' FROM edition;
      INSERT INTO edition_coverage SELECT edition.id, min(indicator.id), 1 FROM edition, indicator GROUP BY edition.id;
      INSERT INTO observation (indicator_id, edition_id, period_id, breakdown_id, area_id, owner_organisation_id,
          access_class, embargoed_until, value, source_file_id, source_name, source_line)
        SELECT coverage.indicator_id, edition.id, 1, 0, 1, edition.owner_organisation_id,
          edition.access_class, edition.embargoed_until, edition.id, edition.id, edition.table_code, 1
        FROM edition JOIN edition_coverage AS coverage ON coverage.edition_id = edition.id;
      """;

  private Database database;

  @BeforeAll
  void migrate() throws SQLException {
    database = TestPostgres.freshDatabase();
    new Migrations(MigrationsTest.settings(database)).run(step -> {});
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      statement.execute(ONE_OF_EACH_CLASS);
    }
  }

  @Test
  void everyTableIsGuardedOrKnownToBePublic() throws SQLException {
    assertThat(
            asOwner(
                """
                SELECT relname FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relrowsecurity
                ORDER BY relname
                """))
        .containsExactlyElementsOf(PUBLIC_TABLES);
  }

  @Test
  void everyGuardedTableHasAPolicyForTheWriterAndNoneForEverybody() throws SQLException {
    assertThat(
            asOwner(
                """
                SELECT relname FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relrowsecurity
                  AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid)
                """))
        .isEmpty();
    assertThat(asOwner("SELECT policyname FROM pg_policies WHERE 'public' = any (roles)"))
        .isEmpty();
  }

  @Test
  void everyPolicyOfTheAppAsksForAViewer() throws SQLException {
    assertThat(
            asOwner(
                """
                SELECT policyname FROM pg_policies
                WHERE 'sightline_app' = any (roles) AND qual NOT LIKE '%viewer_is_bound%'
                  AND qual NOT LIKE '%FROM edition%'
                """))
        .isEmpty();
  }

  @Test
  void noViewBypassesThePolicies() throws SQLException {
    assertThat(
            asOwner(
                """
                SELECT relname FROM pg_class
                WHERE relnamespace = 'public'::regnamespace
                  AND (relkind = 'm' OR (relkind = 'v'
                    AND NOT coalesce(reloptions::text[] @> ARRAY['security_invoker=true'], false)))
                """))
        .isEmpty();
  }

  @Test
  void everySecurityDefinerFunctionHasAFixedSearchPath() throws SQLException {
    assertThat(
            asOwner(
                """
                SELECT proname FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace AND prosecdef
                  AND NOT coalesce(proconfig::text LIKE '%search_path=%', false)
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sightline_app", "sightline_release_writer"})
  void theServicesRolesOwnNothingAndCannotBypass(String role) throws SQLException {
    assertThat(
            asOwner(
                """
                SELECT 'attribute' FROM pg_roles
                WHERE rolname = '%1$s' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
                UNION ALL SELECT 'owns ' || relname FROM pg_class WHERE relowner = '%1$s'::regrole
                UNION ALL SELECT 'member of ' || roleid::regrole FROM pg_auth_members WHERE member = '%1$s'::regrole
                """
                    .formatted(role)))
        .isEmpty();
  }

  @Test
  void theAppMayOnlyRead() throws SQLException {
    assertThat(
            asOwner(
                """
                SELECT table_name || ' ' || privilege_type FROM information_schema.role_table_grants
                WHERE grantee = 'sightline_app' AND privilege_type <> 'SELECT'
                """))
        .isEmpty();
  }

  @Test
  void theWriterMayNotDelete() throws SQLException {
    assertThat(
            asOwner(
                """
                SELECT table_name FROM information_schema.role_table_grants
                WHERE grantee = 'sightline_release_writer' AND privilege_type IN ('DELETE', 'TRUNCATE')
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT source_name FROM observation",
        "SELECT table_code FROM edition",
        "SELECT name FROM source_file",
        "SELECT edition_id::text FROM edition_coverage"
      })
  void withoutAViewerThereAreNoRows(String sql) throws SQLException {
    assertThat(asApp("", sql)).isEmpty();
  }

  @Test
  void anAnonymousViewerSeesPublishedRowsAndThoseWhoseEmbargoHasPassed() throws SQLException {
    assertThat(asApp("anonymous", "SELECT source_name FROM observation ORDER BY 1"))
        .containsExactly("lapsed", "published");
    assertThat(asApp("anonymous", "SELECT table_code FROM edition ORDER BY 1"))
        .containsExactly("lapsed", "published");
    assertThat(asApp("anonymous", "SELECT name FROM source_file ORDER BY 1"))
        .containsExactly("lapsed.csv", "published.csv");
    assertThat(asApp("anonymous", "SELECT edition_id::text FROM edition_coverage ORDER BY 1"))
        .containsExactly("1", "3");
  }

  @Test
  void theViewerIsGoneAfterTheTransaction() throws SQLException {
    try (Connection app = connect("sightline_app", "app-password")) {
      app.setAutoCommit(false);
      texts(app, "SELECT set_config('sightline.viewer', 'anonymous', true)");
      app.commit();
      assertThat(texts(app, "SELECT source_name FROM observation")).isEmpty();
    }
  }

  @Test
  void theWriterReachesOnlyRowsWithoutAnOwner() throws SQLException {
    try (Connection writer = connect("sightline_release_writer", "writer-password");
        Statement statement = writer.createStatement()) {
      assertThat(texts(writer, "SELECT source_name FROM observation ORDER BY 1"))
          .containsExactly("embargoed", "lapsed", "published");
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      INSERT INTO edition (release_id, table_code, access_class, owner_organisation_id)
                      SELECT min(id), 'stolen', 'PUBLISHED', 1 FROM release
                      """))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("row-level security");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO period (type, starts_on, ends_on, year, code) VALUES ('X', now(), now(), 1, 'x')",
        "UPDATE observation SET value = 0",
        "DELETE FROM observation",
        "SELECT FROM import_run",
        "SELECT FROM import_rejection",
        "SELECT FROM organisation",
        "ALTER TABLE observation DISABLE ROW LEVEL SECURITY",
        "SET ROLE sightline_owner"
      })
  void theAppIsRefused(String sql) throws SQLException {
    try (Connection app = connect("sightline_app", "app-password");
        Statement statement = app.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
  }

  private Connection connect(String role, String password) throws SQLException {
    return DriverManager.getConnection(database.url(), role, password);
  }

  private List<String> asOwner(String sql) throws SQLException {
    try (Connection owner = database.connect()) {
      return texts(owner, sql);
    }
  }

  private List<String> asApp(String viewer, String sql) throws SQLException {
    try (Connection app = connect("sightline_app", "app-password")) {
      app.setAutoCommit(false);
      texts(app, "SELECT set_config('sightline.viewer', '" + viewer + "', true)");
      return texts(app, sql);
    }
  }
}
