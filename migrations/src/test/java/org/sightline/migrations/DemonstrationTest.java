package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/** The organisations, people and sharing to try Sightline with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {
  private static final String EVERYTHING =
      """
      SELECT coalesce(string_agg(row, '|' ORDER BY row), '') FROM (
        SELECT area::text AS row FROM area UNION ALL SELECT area_code::text FROM area_code
        UNION ALL SELECT organisation::text FROM organisation UNION ALL SELECT member::text FROM member
        UNION ALL SELECT sharing_agreement::text FROM sharing_agreement
        UNION ALL SELECT sharing_agreement_signature::text FROM sharing_agreement_signature
        UNION ALL SELECT sharing_protocol::text FROM sharing_protocol
        UNION ALL SELECT sharing_protocol_party::text FROM sharing_protocol_party
        UNION ALL SELECT council_attribute::text FROM council_attribute
        UNION ALL SELECT regional_body_council::text FROM regional_body_council) AS rows
      """;

  private Database database;

  @BeforeAll
  void demonstrate() {
    database = TestPostgres.freshDatabase();
    migrations().run(step -> {});
    migrations().demonstrate(step -> {});
  }

  @Test
  void isLoadedByNoMigrationAlone() throws SQLException {
    Database other = TestPostgres.freshDatabase();
    new Migrations(MigrationsTest.settings(other)).run(step -> {});

    try (Connection owner = other.connect()) {
      assertThat(
              MigrationsTest.texts(
                  owner,
                  """
                  SELECT (SELECT count(*) FROM organisation) + (SELECT count(*) FROM member)
                    + (SELECT count(*) FROM area WHERE generated)
                  """))
          .containsExactly("0");
    }
  }

  @Test
  void demonstratingAgainChangesNothing() throws SQLException {
    List<String> before = texts(EVERYTHING);
    List<String> progress = new ArrayList<>();

    migrations().demonstrate(progress::add);

    assertThat(progress)
        .containsExactly(
            "The demonstration's organisations, people, agreements and records are up to date.");
    assertThat(texts(EVERYTHING)).isEqualTo(before);
  }

  @Test
  void loadingBothAnewAddsNothingTwice() throws SQLException {
    List<String> before = texts(EVERYTHING);
    execute("UPDATE reference_version SET sha256 = '', demonstration_sha256 = NULL");

    migrations().run(step -> {});
    assertThat(texts(EVERYTHING)).isEqualTo(before);
    migrations().demonstrate(step -> {});

    assertThat(texts(EVERYTHING)).isEqualTo(before);
  }

  @Test
  void regionalBodiesHaveTheirCouncils() throws SQLException {
    assertThat(
            texts(
                """
                SELECT organisation.code || ' ' || count(*) || ' ' || count(*) FILTER (WHERE area.generated)
                FROM regional_body_council JOIN organisation ON organisation.id = organisation_id
                JOIN area ON area.id = regional_body_council.council_id
                GROUP BY organisation.code ORDER BY 1
                """))
        .containsExactly("northmere 8 8", "yorkshire-and-the-humber 15 0");
  }

  @Test
  void theInventedCouncilsHaveInventedAttributes() throws SQLException {
    assertThat(
            texts("SELECT DISTINCT source FROM council_attribute_span WHERE generated ORDER BY 1"))
        .containsExactly("Invented for the demonstration");
    assertThat(
            texts("SELECT count(DISTINCT council_id) FROM council_attribute_span WHERE generated"))
        .containsExactly("8");
  }

  @Test
  void theInventedRegionHasEightInventedCouncils() throws SQLException {
    assertThat(
            texts(
                """
                SELECT region.name || ': ' || string_agg(ons.code || ' ' || dfe.code || ' ' || area.name, ', ' ORDER BY ons.code)
                FROM area JOIN area AS region ON region.id = area.region_id AND region.generated
                JOIN area_code AS ons ON ons.area_id = area.id AND ons.scheme = 'ONS'
                JOIN area_code AS dfe ON dfe.area_id = area.id AND dfe.scheme = 'DFE'
                WHERE area.generated GROUP BY region.name
                """))
        .containsExactly(
            "Northmere: X06000001 981 Ashmere, X06000002 982 Brackendale, X06000003 983 Coldwater"
                + " Vale, X06000004 984 Dunmarsh, X06000005 985 Eastmoor, X06000006 986 Fenwick Bay,"
                + " X06000007 987 Gorsefield, X06000008 988 Harrowbeck");
    assertThat(
            texts(
                """
                SELECT area.name FROM area LEFT JOIN area AS region ON region.id = area.region_id
                WHERE area.generated <> coalesce(region.generated, area.generated)
                """))
        .isEmpty();
  }

  @Test
  void everyOrganisationHasItsPeople() throws SQLException {
    assertThat(
            texts(
                """
                SELECT kind || ' ' || count(*) FROM organisation GROUP BY kind ORDER BY kind
                """))
        .containsExactly("COUNCIL 11", "DFE 1", "OPERATOR 1", "REGIONAL_BODY 2");
    assertThat(texts("SELECT kind || ' ' || count(*) FROM member GROUP BY kind ORDER BY kind"))
        .containsExactly("MACHINE 1", "PERSON 24");
    assertThat(
            texts(
                """
                SELECT organisation.code FROM organisation
                WHERE NOT EXISTS (SELECT FROM member WHERE organisation_id = organisation.id)
                """))
        .isEmpty();
  }

  @Test
  void thePartnershipIsGrantedFiveCouncilsAndOneOfThemNarrowed() throws SQLException {
    assertThat(grants("15"))
        .containsExactly(
            "x06000001 all", "x06000002 all", "x06000003 all", "x06000004 all", "x06000005 2");
  }

  @Test
  void sixCouncilsSignedTheProtocolAndSeeTheOtherFive() throws SQLException {
    assertThat(grants("21"))
        .containsExactly(
            "x06000002 reciprocal",
            "x06000003 reciprocal",
            "x06000004 reciprocal",
            "x06000005 reciprocal",
            "x06000006 reciprocal");
    assertThat(grants("27")).as("invited, but has not signed").isEmpty();
  }

  @Test
  void theAdviserIsAssignedToTwoCouncilsAndTheDepartmentToNone() throws SQLException {
    assertThat(grants("12")).containsExactly("e06000010 all", "e06000019 all");
    assertThat(grants("13")).isEmpty();
  }

  @Test
  void yorkshireSeesHullWholeAndYorkNarrowed() throws SQLException {
    assertThat(grants("10")).containsExactly("e06000010 all", "e06000014 2");
    assertThat(grants("07")).containsExactly("e06000010 2");
    assertThat(grants("01")).isEmpty();
  }

  private List<String> grants(String person) throws SQLException {
    try (Connection owner = database.connect()) {
      owner.setAutoCommit(false);
      MigrationsTest.texts(
          owner,
          "SELECT set_config('sightline.viewer', '00000000-0000-4000-8000-0000000000%s', true)"
              .formatted(person));
      return MigrationsTest.texts(
          owner,
          """
          SELECT code || ' ' || CASE WHEN is_reciprocal THEN 'reciprocal'
            ELSE coalesce(cardinality(array_remove(indicator_ids, NULL))::text, 'all') END
          FROM viewer_grants() JOIN organisation ON organisation.id = owner_organisation_id
          WHERE 'INDICATORS' = ANY (datasets) ORDER BY 1
          """);
    }
  }

  private Migrations migrations() {
    return new Migrations(MigrationsTest.settings(database));
  }

  private void execute(String sql) throws SQLException {
    try (Connection owner = database.connect();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection owner = database.connect()) {
      return MigrationsTest.texts(owner, sql);
    }
  }
}
