package org.sightline.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.BesideOthers;
import org.sightline.DemonstrationPeople;
import org.sightline.migrations.MigrationFailure;
import org.sightline.migrations.leaving.CouncilDeletion;
import org.sightline.migrations.leaving.CouncilTable;
import org.sightline.migrations.leaving.CouncilTables;
import org.sightline.migrations.leaving.Fate;
import org.sightline.migrations.upkeep.DatabaseFingerprint;
import org.sightline.migrations.upkeep.Fingerprints;
import org.sightline.tenancy.Viewer;

/** Hull leaves. */
@BesideOthers
class CouncilLeavesTest {
  private static final String NAME = "Kingston upon Hull City Council";

  /** What is known of Hull officially is nobody's. */
  private static final String OFFICIAL =
      """
      { council(code: "E06000010") { name codes { code } }
        interventions(at: "2022-10-15", among: {councils: ["E06000010"]}) { kind source }
        inspections(among: {councils: ["E06000010"]}, first: 50) { totalCount edges { node { firstDay publishedOn } } } }
      """;

  private final List<String> said = new ArrayList<>();
  private LeavingHull world;

  @BeforeEach
  void fill() throws SQLException {
    world = new LeavingHull();
  }

  @AfterEach
  void drop() {
    world.close();
  }

  /** Otherwise the tests below could not fail for that table. */
  @Test
  void beforeItLeavesThereIsSomethingOfItInEveryTable() throws SQLException {
    Set<String> expected = new TreeSet<>(names(Fate.GOES));
    expected.addAll(names(Fate.STAYS));
    expected.add("access_log_detached_2020_09");
    expected.removeAll(
        Set.of("status_report_count", "status_report_workstream", "sharing_agreement_signature"));
    expected.add("sharing_agreement_signature");
    expected.remove("organisation"); // Its key is the organisation's own id.

    assertThat(world.rowsWithItsKey().keySet()).containsExactlyElementsOf(expected);
    assertThat(
            world.texts(
                "SELECT 'there' FROM status_report_count JOIN plan ON plan.id = plan_id WHERE plan.name = 'Child'"))
        .containsExactly("there");
  }

  @Test
  void afterwardsNothingOfItIsFoundButWhatIsNamedAsKept() throws SQLException {
    delete();

    Set<String> kept = new TreeSet<>(names(Fate.STAYS));
    kept.remove("organisation");
    kept.add("access_log_detached_2020_09");
    kept.add("member");
    assertThat(world.rowsWithItsKey().keySet()).containsExactlyElementsOf(kept);
    assertThat(world.texts("SELECT name FROM plan WHERE name IN ('Parent', 'Child')")).isEmpty();
    assertThat(world.texts("SELECT status_name FROM status_report_count WHERE status_name = 'On'"))
        .isEmpty();
    assertThat(said.getFirst()).isEqualTo(NAME + " (e06000010) has lost:");
    assertThat(said).contains("  saved_group: 1 rows", "  plan: 4 rows", "  member: 5 rows");
  }

  @Test
  void whatIsOthersIsUntouched() throws SQLException {
    Map<String, String> before = world.whatIsOthers();
    JsonNode official = world.sightline().ask(OFFICIAL);
    assertThat(official.at("/inspections/totalCount").asInt()).isPositive();
    assertThat(official.get("interventions")).isNotEmpty();

    delete();

    assertThat(world.whatIsOthers()).isEqualTo(before);
    assertThat(world.sightline().ask(OFFICIAL)).isEqualTo(official);
  }

  @Test
  void whoWasAMemberIsRefusedAndWhoSawItsFiguresSeesThemNoMore() {
    Viewer[] people = {
      DemonstrationPeople.HULL_ANALYST,
      DemonstrationPeople.HULL_OWNER,
      new Viewer("00000000-0000-4000-8000-000000000031")
    };
    for (Viewer person : people) {
      assertThat(world.sightline().answer(person, "{ viewer { name } }").has("errors")).isFalse();
    }
    assertThat(figuresOfHull()).isPositive();

    delete();

    for (Viewer person : people) {
      JsonNode answer = world.sightline().answer(person, "{ viewer { name } }");
      assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
    }
    assertThat(figuresOfHull()).isZero();
  }

  private int figuresOfHull() {
    return world
        .sightline()
        .answer(DemonstrationPeople.YORKSHIRE_PARTNER, LeavingHull.FIGURES)
        .at("/data/trend/points")
        .size();
  }

  @Test
  void whatWasAgreedIsEndedAndNotRewritten() throws SQLException {
    String terms =
        """
        SELECT (to_jsonb(agreement) - '{revoked_at,revoked_by,revoked_by_name,revoked_because}'::text[])::text
        FROM sharing_agreement AS agreement ORDER BY id
        """;
    List<String> before = world.texts(terms);

    delete();

    assertThat(world.texts(terms)).isEqualTo(before);
    assertThat(
            world.texts(
                """
                SELECT DISTINCT revoked_by_name || ': ' || revoked_because || ' ' || (revoked_at IS NOT NULL)
                FROM sharing_agreement JOIN organisation ON organisation.code = 'e06000010'
                WHERE organisation.id IN (owner_organisation_id, recipient_organisation_id) AND valid_to > now()
                """))
        .containsExactly(NAME + ": The council has left Sightline. true");
    assertThat(
            world.texts(
                "SELECT coalesce(revoked_because, 'as it was') FROM sharing_agreement WHERE purpose = 'Ended long ago'"))
        .containsExactly("as it was");
    assertThat(
            world.texts(
                """
                SELECT organisation.code || ' ' || coalesce(left_by_name, 'stays') FROM sharing_protocol_party AS party
                JOIN organisation ON organisation.id = organisation_id
                JOIN sharing_protocol AS protocol ON protocol.id = protocol_id AND protocol.name = 'Ports' ORDER BY 1
                """))
        .containsExactly("e06000010 " + NAME, "e06000014 stays");
    JsonNode agreement = yorksAgreement();
    assertThat(agreement.at("/revokedBy").asText()).isEqualTo(NAME);
    assertThat(agreement.at("/proposedBy").asText()).isEqualTo("Helen Frost");
  }

  /** As the other side reads it. */
  private JsonNode yorksAgreement() {
    JsonNode agreements =
        world
            .sightline()
            .ask(
                new Viewer("00000000-0000-4000-8000-000000000009"),
                "{ sharingAgreements { edges { node { purpose state proposedBy revokedBy owner { name } recipient { name } } } } }")
            .at("/sharingAgreements/edges");
    for (JsonNode edge : agreements) {
      if (edge.at("/node/purpose").asText().equals("To learn")) {
        return edge.get("node");
      }
    }
    throw new AssertionError(agreements.toPrettyString());
  }

  @Test
  void ofAPersonOnlyTheNameStaysWhereItStandsUnderSomethingThatStays() throws SQLException {
    delete();

    assertThat(
            world.texts(
                """
                SELECT concat_ws('|', member.name, subject, email, client_id, roles::text, (revoked_at IS NOT NULL)::text)
                FROM member JOIN organisation ON organisation.id = organisation_id AND organisation.code = 'e06000010'
                ORDER BY 1
                """))
        .containsExactly(
            "Hannah Lowe||{analyst}|true",
            "Helen Frost||{analyst}|true",
            NAME + "||{data-owner}|true");
    assertThat(
            world.texts(
                "SELECT coalesce(keycloak_id, 'none') FROM organisation WHERE code = 'e06000010'"))
        .containsExactly("none");
    assertThat(said)
        .contains(
            "  organization e06000010",
            "  client hull-power-bi",
            "  user 00000000-0000-4000-8000-000000000003");
  }

  @Test
  void withoutConfirmationItOnlySaysWhatWouldGo() {
    DatabaseFingerprint before = Fingerprints.of(world.owner());

    new CouncilDeletion(world.owner()).tell("e06000010", said::add);

    assertThat(said).contains("  saved_group: 1 rows", "  plan: 4 rows");
    assertThat(said.getLast())
        .endsWith("sightline council delete E06000010 --confirm '%s'".formatted(NAME));
    assertThat(Fingerprints.of(world.owner()).differencesFrom(before)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kingston upon Hull", "kingston upon hull city council", ""})
  void anotherNameChangesNothing(String name) {
    DatabaseFingerprint before = Fingerprints.of(world.owner());

    assertThatThrownBy(
            () -> new CouncilDeletion(world.owner()).delete("E06000010", name, said::add))
        .isInstanceOf(MigrationFailure.class)
        .hasMessage("e06000010 is '%s', and not '%s': nothing was changed.", NAME, name);
    assertThat(Fingerprints.of(world.owner()).differencesFrom(before)).isEmpty();
  }

  @Test
  void whatFailsOnTheWayLeavesEverythingAsItWas() throws SQLException {
    world.execute(
        "CREATE TABLE stranger AS SELECT id AS release_id FROM release WHERE owner_organisation_id IS NOT NULL;"
            + " ALTER TABLE stranger ADD FOREIGN KEY (release_id) REFERENCES release");
    DatabaseFingerprint before = Fingerprints.of(world.owner());

    assertThatThrownBy(this::delete)
        .isInstanceOf(MigrationFailure.class)
        .hasMessageContaining("stranger");
    assertThat(said).isEmpty();
    assertThat(Fingerprints.of(world.owner()).differencesFrom(before))
        .as("a sequence does not go back")
        .allMatch(difference -> difference.startsWith("The sequence scrambled_id"));
  }

  /** Who is writing as it begins is waited for, and what was written goes too. */
  @Test
  void whatIsBeingWrittenGoesToo() throws Exception {
    Thread deletion = new Thread(this::delete, "deletion");
    try (Connection writer = world.sightline().database().connect();
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute(
          """
          INSERT INTO childrens_home (owner_organisation_id, name)
          SELECT id, 'Written last' FROM organisation WHERE code = 'e06000010'
          """);
      deletion.start();
      assertThat(deletion.join(Duration.ofMillis(700))).as("it waits").isFalse();
      writer.commit();
    }

    assertThat(deletion.join(Duration.ofSeconds(20))).isTrue();
    assertThat(said).contains("  childrens_home: 14 rows");
    assertThat(world.texts("SELECT name FROM childrens_home WHERE name = 'Written last'"))
        .isEmpty();
  }

  @Test
  void aTableThatIsNotKnownStopsItBeforeItBegins() throws SQLException {
    world.execute("CREATE TABLE newer (owner_organisation_id integer)");

    assertThatThrownBy(this::delete)
        .isInstanceOf(MigrationFailure.class)
        .hasMessageContaining("are not those that this version knows (newer)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"E06000099", "dfe", "sightline-operations", ""})
  void onlyACouncilLeaves(String code) {
    assertThatThrownBy(() -> new CouncilDeletion(world.owner()).tell(code, said::add))
        .isInstanceOf(MigrationFailure.class)
        .hasMessage(
            "No council with the code '%s' takes part: give its ONS code, such as E06000010.",
            code);
  }

  @Test
  void deletingAgainChangesNothing() {
    delete();
    DatabaseFingerprint before = Fingerprints.of(world.owner());

    delete();

    assertThat(Fingerprints.of(world.owner()).differencesFrom(before)).isEmpty();
  }

  private void delete() {
    new CouncilDeletion(world.owner()).delete(" E06000010 ", NAME, said::add);
  }

  private static List<String> names(Fate fate) {
    return CouncilTables.of(fate).stream().map(CouncilTable::name).toList();
  }
}
