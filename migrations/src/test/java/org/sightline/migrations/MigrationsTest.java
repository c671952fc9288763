package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class MigrationsTest {
  private Database database;
  private final List<String> progress = new ArrayList<>();

  @BeforeAll
  void migrate() {
    database = TestPostgres.freshDatabase();
    new Migrations(settings(database)).run(progress::add);
  }

  public static MigrationSettings settings(Database database) {
    return new MigrationSettings(
        database.url(),
        database.ownerUsername(),
        database.ownerPassword(),
        "sightline_app",
        "app-password",
        "sightline_release_writer",
        "writer-password");
  }

  @Test
  void migratingAgainChangesNothing() throws SQLException {
    List<String> before = fingerprint();
    List<String> again = new ArrayList<>();

    new Migrations(settings(database)).run(again::add);

    assertThat(again.getLast()).contains("up to date");
    assertThat(fingerprint()).isEqualTo(before);
  }

  @Test
  void saysEachStep() {
    assertThat(progress).hasSize(3).allSatisfy(step -> assertThat(step).endsWith("."));
  }

  @Test
  void knowsEveryCouncilSince2009() throws SQLException {
    assertThat(texts("SELECT count(*) FROM area WHERE kind = 'COUNCIL' AND exists_to IS NULL"))
        .containsExactly("153");
    assertThat(
            texts(
                "SELECT name FROM area WHERE kind = 'COUNCIL' AND exists_to IS NOT NULL ORDER BY 1"))
        .containsExactly(
            "Bedfordshire",
            "Bournemouth",
            "Buckinghamshire",
            "Cheshire",
            "Cumbria",
            "Dorset",
            "Northamptonshire",
            "Poole");
  }

  @Test
  void barnsleyIsOneCouncilAcrossItsChangeOfCode() throws SQLException {
    assertThat(
            texts(
                """
                SELECT code || ' ' || valid_from || ' ' || coalesce(valid_to::text, 'on')
                FROM area_code JOIN area ON area.id = area_id
                WHERE area.name = 'Barnsley' AND scheme = 'ONS' ORDER BY valid_from
                """))
        .containsExactly("E08000016 2009-01-01 2025-04-30", "E08000038 2025-05-01 on");
  }

  @Test
  void cumbriaHasTwoSuccessors() throws SQLException {
    assertThat(
            texts(
                """
                SELECT successor.name || ' ' || succeeded_on FROM council_succession
                JOIN area AS predecessor ON predecessor.id = predecessor_id
                JOIN area AS successor ON successor.id = successor_id
                WHERE predecessor.name = 'Cumbria' ORDER BY 1
                """))
        .containsExactly("Cumberland 2023-04-01", "Westmorland and Furness 2023-04-01");
  }

  @Test
  void everyCouncilOfTheNewestModelHasTenNeighbours() throws SQLException {
    assertThat(
            texts(
                """
                SELECT count(*) || ' x ' || neighbours FROM (
                  SELECT council_id, count(DISTINCT neighbour_id) AS neighbours FROM neighbour
                  WHERE model_code = '2025' GROUP BY council_id) AS counted
                GROUP BY neighbours
                """))
        .containsExactly("153 x 10");
  }

  @Test
  void hullsNearestNeighbourIsSandwell() throws SQLException {
    assertThat(
            texts(
                """
                SELECT other.name FROM neighbour JOIN area ON area.id = council_id
                JOIN area AS other ON other.id = neighbour_id
                WHERE model_code = '2025' AND area.name LIKE 'Kingston upon Hull%' AND rank = 1
                """))
        .containsExactly("Sandwell");
  }

  @Test
  void sixIndicatorsAreHeadlines() throws SQLException {
    assertThat(texts("SELECT code FROM indicator WHERE headline ORDER BY code"))
        .containsExactly(
            "care-leavers-in-education-employment-or-training",
            "children-in-need-rate",
            "children-looked-after-rate",
            "re-referrals-percent",
            "repeat-child-protection-plans-percent",
            "social-worker-agency-rate");
  }

  /** A value ends where its source says, or where the next begins. */
  @Test
  void hullsInterventionIsToldInItsSteps() throws SQLException {
    assertThat(
            texts(
                """
                SELECT concat_ws(' ', value, valid_from, coalesce(holds_to::text, 'on'))
                FROM council_attribute_span JOIN area ON area.id = council_id
                WHERE area.name LIKE 'Kingston upon Hull%' AND attribute_code = 'intervention-state' ORDER BY valid_from
                """))
        .containsExactly(
            "Statutory direction 2020-02-01 2022-07-31",
            "Improvement notice 2022-08-01 2023-08-31",
            "None 2023-09-01 on");
  }

  @Test
  void noStatedEndReachesIntoTheNextValueAndEveryValueHasItsSource() throws SQLException {
    assertThat(
            texts(
                """
                SELECT earlier.value FROM council_attribute AS earlier
                JOIN council_attribute AS later USING (council_id, attribute_code)
                WHERE later.valid_from > earlier.valid_from AND later.valid_from <= earlier.valid_to
                """))
        .isEmpty();
    assertThat(texts("SELECT count(*) FROM council_attribute WHERE source !~ '[0-9]'"))
        .containsExactly("0");
  }

  @Test
  void moreIndicatorsComeFromAFolder(@TempDir Path folder) throws Exception {
    Path indicators = Files.createDirectory(folder.resolve("indicators"));
    Files.writeString(
        indicators.resolve("own.yaml"),
        """
        - code: own-indicator
          name: An operator's own
          theme: own
          unit: COUNT
          decimals: 0
          kind: COUNT
          nature: FLOW
          polarity: NEUTRAL
          polarity-source: Ours
          description: Counted by hand.
          source: Ours
        """);
    Database other = TestPostgres.freshDatabase();

    new Migrations(settings(other), folder).run(step -> {});

    try (Connection owner = other.connect()) {
      assertThat(texts(owner, "SELECT name FROM indicator WHERE code = 'own-indicator'"))
          .containsExactly("An operator's own");
    }
  }

  @Test
  void saysWhichServerCannotBeReached() {
    MigrationSettings nowhere =
        new MigrationSettings(
            "jdbc:postgresql://127.0.0.1:1/none", "owner", "secret", "a", "b", "c", "d");

    assertThatThrownBy(() -> new Migrations(nowhere).run(step -> {}))
        .isInstanceOf(MigrationFailure.class)
        .hasMessageContaining("cannot be reached as owner")
        .hasMessageNotContaining("secret");
  }

  private List<String> fingerprint() throws SQLException {
    List<String> found = new ArrayList<>();
    for (String table :
        texts(
            """
            SELECT quote_ident(tablename) FROM pg_tables
            WHERE schemaname = 'public' AND tablename NOT LIKE 'databasechangeloglock' ORDER BY 1
            """)) {
      found.addAll(
          texts(
              "SELECT '%s ' || count(*) || ' ' || coalesce(md5(string_agg(row::text, '|' ORDER BY row::text)), '') FROM %s AS row"
                  .formatted(table, table)));
    }
    return found;
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection owner = database.connect()) {
      return texts(owner, sql);
    }
  }

  static List<String> texts(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
