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

/** Asks the database itself as the service's roles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSeesWhatTest {
  private static final String ONE_OF_EACH_CLASS =
      """
      INSERT INTO period (id, type, starts_on, ends_on, year, code)
        VALUES (1, 'SNAPSHOT', '2025-03-31', '2025-03-31', 2025, '2025-03-31');
      INSERT INTO organisation (id, kind, name, code, council_id, onboarded_at)
        SELECT row_number() OVER (), 'COUNCIL', 'Council ' || id, 'council-' || row_number() OVER (), id, now()
        FROM (SELECT id FROM area WHERE kind = 'COUNCIL' ORDER BY id LIMIT 3) AS council;
      INSERT INTO member (id, organisation_id, organisation_kind, kind, subject, accepted_at, name, email, roles)
        SELECT id, id, 'COUNCIL', 'PERSON', 'owner-' || id, now(), 'Owner', id || '@example.org',
          ARRAY['analyst', 'contributor', 'data-owner'] FROM organisation;
      INSERT INTO member (id, organisation_id, organisation_kind, kind, subject, accepted_at, name, email, roles)
        VALUES (4, 1, 'COUNCIL', 'PERSON', 'analyst-1', now(), 'Analyst', 'analyst@example.org', ARRAY['analyst']);
      INSERT INTO release (id, code, publication, title, published_on, source, owner_organisation_id)
        VALUES (901, 'official', 'x', 'Official', '2025-01-01', 'x', NULL), (902, 'upload', 'x', 'Upload', '2025-01-01', 'x', 1),
          (903, 'hidden', 'x', 'Embargoed', '2025-01-01', 'x', NULL);
      INSERT INTO edition (id, release_id, table_code, access_class, embargoed_until, owner_organisation_id)
        VALUES (1, 901, 'published', 'PUBLISHED', NULL, NULL), (2, 903, 'embargoed', 'EMBARGOED', now() + interval '1 day', NULL),
          (3, 901, 'lapsed', 'EMBARGOED', now() - interval '1 day', NULL), (4, 902, 'shared', 'SHARED', NULL, 1),
          (5, 902, 'own', 'COUNCIL_ONLY', NULL, 1);
      INSERT INTO source_file (id, edition_id, owner_key, name, sha256, bytes, mapping)
        SELECT id, id, owner_key, table_code || '.csv', repeat('0', 64), 1, 'none' FROM edition;
      INSERT INTO edition_coverage (edition_id, indicator_id, period_id, owner_key)
        SELECT edition.id, min(indicator.id), 1, owner_key FROM edition, indicator GROUP BY edition.id;
      INSERT INTO edition_breakdown (edition_id, indicator_id, period_id, breakdown_id, owner_key)
        SELECT edition_id, indicator_id, 1, 0, owner_key FROM edition_coverage;
      INSERT INTO observation (indicator_id, edition_id, period_id, breakdown_id, area_id, owner_organisation_id,
          access_class, embargoed_until, value, source_file_id, source_name, source_line)
        SELECT coverage.indicator_id, edition.id, 1, 0, council_id, edition.owner_organisation_id,
          edition.access_class, edition.embargoed_until, edition.id, edition.id, edition.table_code, 1
        FROM edition JOIN edition_coverage AS coverage ON coverage.edition_id = edition.id
        CROSS JOIN (SELECT council_id FROM organisation WHERE id = 1) AS council;
      INSERT INTO sharing_agreement (id, owner_organisation_id, recipient_organisation_id, recipient_kind, datasets, periods_to,
          purpose, onward_publication, foi_answered_by, valid_from, valid_to, proposed_by, proposed_by_organisation_id)
        VALUES (1, 1, 2, 'COUNCIL', '{INDICATORS}', NULL, 'a test', 'NONE', 'OWNER', now(), now() + interval '1 day', 1, 1),
          (2, 1, 3, 'COUNCIL', '{INDICATORS}', '2025-12-31', 'a test', 'NONE', 'OWNER', now(), now() + interval '1 day', 1, 1);
      INSERT INTO sharing_agreement_signature (agreement_id, organisation_id, signed_by, signed_by_name, signed_as)
        VALUES (1, 1, 1, 'Owner', 'a test'), (1, 2, 2, 'Owner', 'a test'), (2, 1, 1, 'Owner', 'a test'), (2, 3, 3, 'Owner', 'a test');
      INSERT INTO import_run (owner_organisation_id, file_name, mapping, release_code, state, phase, bytes_total, started_by)
        VALUES (1, 'own.csv', 'x', 'upload', 'RUNNING', 'READING', 1, 1), (NULL, 'official.csv', 'x', 'official', 'RUNNING', 'READING', 1, NULL);
      INSERT INTO organisation (id, kind, name, code, onboarded_at) VALUES (4, 'REGIONAL_BODY', 'Body', 'body', now());
      INSERT INTO regional_body_council (organisation_id, council_id, valid_from) SELECT 4, council_id, now() FROM organisation WHERE id = 1;
      INSERT INTO saved_group (owner_organisation_id, name, council_ids, created_by, created_by_name)
        SELECT id, 'group-' || id, ARRAY[council_id], id, 'Owner' FROM organisation WHERE id < 4;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT source_name FROM observation",
        "SELECT table_code FROM edition",
        "SELECT name FROM source_file",
        "SELECT edition_id::text FROM edition_coverage",
        "SELECT edition_id::text FROM edition_breakdown",
        "SELECT code FROM release",
        "SELECT code FROM organisation",
        "SELECT name FROM member",
        "SELECT id::text FROM sharing_agreement",
        "SELECT agreement_id::text FROM sharing_agreement_signature",
        "SELECT file_name FROM import_run",
        "SELECT name FROM saved_group",
        "SELECT council_id::text FROM regional_body_council"
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
    assertThat(asApp("anonymous", "SELECT edition_id::text FROM edition_breakdown ORDER BY 1"))
        .containsExactly("1", "3");
    assertThat(asApp("anonymous", "SELECT code FROM release ORDER BY 1"))
        .containsExactly("official");
    assertThat(asApp("anonymous", "SELECT code FROM organisation")).isEmpty();
    assertThat(asApp("anonymous", "SELECT name FROM saved_group")).isEmpty();
    assertThat(asApp("anonymous", "SELECT council_id::text FROM regional_body_council")).isEmpty();
  }

  @Test
  void aMemberSeesTheOwnRowsToo() throws SQLException {
    assertThat(asApp("analyst-1", "SELECT source_name FROM observation ORDER BY 1"))
        .containsExactly("lapsed", "own", "published", "shared");
    assertThat(asApp("analyst-1", "SELECT code FROM release ORDER BY 1"))
        .containsExactly("official", "upload");
    assertThat(asApp("analyst-1", "SELECT file_name FROM import_run")).containsExactly("own.csv");
    assertThat(asApp("analyst-1", "SELECT name FROM saved_group")).containsExactly("group-1");
    assertThat(asApp("analyst-1", "SELECT 'one' FROM regional_body_council"))
        .containsExactly("one");
  }

  @Test
  void anAgreementShowsWhatIsSharedAndNothingElse() throws SQLException {
    assertThat(asApp("owner-2", "SELECT source_name FROM observation ORDER BY 1"))
        .containsExactly("lapsed", "published", "shared");
    assertThat(asApp("owner-2", "SELECT name FROM source_file ORDER BY 1"))
        .containsExactly("lapsed.csv", "published.csv", "shared.csv");
    assertThat(asApp("owner-2", "SELECT id::text FROM sharing_agreement")).containsExactly("1");
    assertThat(asApp("owner-2", "SELECT file_name FROM import_run")).isEmpty();
  }

  /** A file's size and hash speak of all its rows, and the agreement only of some. */
  @Test
  void aNarrowedAgreementShowsFiguresAndNoFiles() throws SQLException {
    assertThat(asApp("owner-3", "SELECT source_name FROM observation ORDER BY 1"))
        .containsExactly("lapsed", "published", "shared");
    assertThat(asApp("owner-3", "SELECT name FROM source_file ORDER BY 1"))
        .containsExactly("lapsed.csv", "published.csv");
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
        "UPDATE observation SET value = 0",
        "DELETE FROM observation",
        "UPDATE sharing_agreement SET valid_to = now()",
        "UPDATE access_log SET row_count = 0",
        "DELETE FROM access_log",
        "SELECT FROM access_log_other",
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

  /** Each as a member who may write, and all the same not this. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyst-1: INSERT INTO period (type, starts_on, ends_on, year, code) VALUES ('X', now(), now(), 1, 'x')",
        "analyst-1: INSERT INTO release (code, publication, title, published_on, source, owner_organisation_id) VALUES ('x', '', '', now(), '', 1)",
        "owner-1: INSERT INTO release (code, publication, title, published_on, source) VALUES ('x', '', '', now(), '')",
        "owner-2: INSERT INTO edition (release_id, table_code, access_class, owner_organisation_id) VALUES (902, 'x', 'COUNCIL_ONLY', 1)",
        "owner-2: INSERT INTO edition_coverage SELECT 4, id, 1, 1 FROM indicator",
        "owner-1: INSERT INTO observation (indicator_id, edition_id, period_id, breakdown_id, area_id, owner_organisation_id, access_class, value, source_file_id, source_name, source_line) SELECT indicator_id, 5, 1, 0, area_id, 1, 'PUBLISHED', 1, 5, 'x', 1 FROM observation WHERE edition_id = 5",
        "owner-1: INSERT INTO observation (indicator_id, edition_id, period_id, breakdown_id, area_id, owner_organisation_id, access_class, value, source_file_id, source_name, source_line) SELECT indicator_id, 5, 1, 0, council_id, 1, 'COUNCIL_ONLY', 1, 5, 'x', 1 FROM observation, organisation WHERE edition_id = 5 AND organisation.id = 2",
        "owner-2: INSERT INTO sharing_agreement_signature VALUES (2, 2, 2, 'Owner', 'a test')",
        "owner-2: INSERT INTO sharing_agreement_signature VALUES (2, 1, 1, 'Owner', 'a test')",
        "owner-1: INSERT INTO organisation (kind, name, code) VALUES ('REGIONAL_BODY', 'x', 'x')",
        "owner-1: INSERT INTO access_log (owner_organisation_id, dataset, reader_member_id, reader_organisation_id, reader_name, request_id, document, kind, row_count) VALUES (2, 'INDICATORS', 4, 1, 'x', 'x', 'x', 'READ', 1)"
      })
  void aMemberWritesNothingOfOthersNorInTheirName(String who) throws SQLException {
    String[] parts = who.split(": ", 2);

    assertThatThrownBy(() -> asApp(parts[0], parts[1] + " RETURNING 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("row-level security");
  }

  private Connection connect(String role, String password) throws SQLException {
    return DriverManager.getConnection(database.url(), role, password);
  }

  private List<String> asApp(String viewer, String sql) throws SQLException {
    try (Connection app = connect("sightline_app", "app-password")) {
      app.setAutoCommit(false);
      texts(app, "SELECT set_config('sightline.viewer', '" + viewer + "', true)");
      return texts(app, sql);
    }
  }
}
