package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Viewer;

/** A protocol's life: many join and leave, each for itself. */
class ProtocolsTest {
  private static final String PROTOCOL =
      "sharingProtocol { id name state reciprocal convenor { code } parties { organisation { code } signedBy signedAs leftBy } preview { wouldBeSeen wouldStayHidden } }";

  private Partners partners;

  @BeforeEach
  void start() {
    partners = new Partners();
  }

  @AfterEach
  void stop() {
    if (partners != null) {
      partners.close();
    }
  }

  @Test
  void whoHasSignedSeesWhatTheOthersWhoHaveReleased() {
    String id =
        proposed(Partners.YORKSHIRE_OWNER, "[\"e06000010\", \"e06000014\", \"e06000019\"]", "");
    assertThat(state(Partners.YORKSHIRE_OWNER, id)).isEqualTo("CONVENED");
    assertThat(state(Partners.YORK_ANALYST, id)).isEqualTo("INVITED");

    sign(Partners.HULL_OWNER, id);
    assertThat(partners.seenOfHull(Partners.YORK_ANALYST)).isEmpty();
    sign(Partners.YORK_OWNER, id);

    assertThat(partners.seenOfHull(Partners.YORK_ANALYST)).containsExactly("2024", "2025");
    assertThat(partners.seenOfHull(Partners.HEREFORDSHIRE_OWNER)).isEmpty();
    assertThat(partners.seenOfHull(Partners.YORKSHIRE_ANALYST)).isEmpty();
    assertThat(state(Partners.YORK_ANALYST, id)).isEqualTo("LIVE");
  }

  @Test
  void whoLeavesIsOutAtOnceAndTheOthersGoOn() {
    String id =
        proposed(Partners.YORKSHIRE_OWNER, "[\"e06000010\", \"e06000014\", \"e06000019\"]", "");
    sign(Partners.HULL_OWNER, id);
    sign(Partners.YORK_OWNER, id);
    sign(Partners.HEREFORDSHIRE_OWNER, id);

    assertThat(leave(Partners.YORK_OWNER, id).at("/sharingProtocol/state").asText())
        .isEqualTo("LEFT");

    assertThat(partners.seenOfHull(Partners.YORK_ANALYST)).isEmpty();
    assertThat(partners.seenOfHull(Partners.HEREFORDSHIRE_OWNER)).containsExactly("2024", "2025");
    assertThat(code(leave(Partners.YORK_OWNER, id))).isEqualTo("NOT_A_PARTY");
    assertThat(code(sign(Partners.YORK_OWNER, id))).isEqualTo("NOT_A_PARTY");

    assertThat(invite(Partners.YORKSHIRE_OWNER, id, "[\"e06000014\"]").get("errors")).isEmpty();
    JsonNode again = sign(Partners.YORK_OWNER, id).get("sharingProtocol");

    assertThat(partners.seenOfHull(Partners.YORK_ANALYST)).containsExactly("2024", "2025");
    assertThat(again.get("parties").findValuesAsText("code"))
        .containsExactly("e06000019", "e06000010", "e06000014", "e06000014");
    assertThat(again.at("/parties/2/leftBy").asText()).isEqualTo("York Owner");
    assertThat(again.at("/parties/3/leftBy").isNull()).isTrue();
  }

  @Test
  void whereItIsReciprocalOneSeesWhatOneHasReleased() {
    String id =
        proposed(Partners.YORKSHIRE_OWNER, "[\"e06000010\", \"e06000014\"]", "reciprocal: true, ");
    sign(Partners.HULL_OWNER, id);
    sign(Partners.YORK_OWNER, id);
    assertThat(partners.seenOfHull(Partners.YORK_ANALYST)).isEmpty();

    partners.execute(
        """
        INSERT INTO release (id, code, publication, title, published_on, source, owner_organisation_id)
          VALUES (820, 'york', 'monthly', 'York', '2025-04-30', 'a test', 2);
        INSERT INTO edition (id, release_id, table_code, access_class, owner_organisation_id)
          VALUES (820, 820, 'york', 'SHARED', 2);
        INSERT INTO edition_coverage (edition_id, indicator_id, period_id, owner_key)
          SELECT 820, indicator.id, period.id, 2 FROM indicator, period
          WHERE indicator.code = 're-referrals-percent' AND period.type = 'REPORTING_YEAR' AND period.year = 2024
        """);

    assertThat(partners.seenOfHull(Partners.YORK_ANALYST)).containsExactly("2024");
  }

  @Test
  void aConvenorThatIsACouncilIsAParty() {
    JsonNode protocol = propose(Partners.HULL_OWNER, "[\"e06000014\"]", "").get("sharingProtocol");

    assertThat(protocol.get("parties").findValuesAsText("code"))
        .containsExactly("e06000010", "e06000014");
    assertThat(protocol.get("state").asText()).isEqualTo("INVITED");
    assertThat(protocol.at("/preview/wouldBeSeen").asInt()).isEqualTo(2);
    assertThat(protocol.at("/preview/wouldStayHidden").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "[] | EMPTY | Invite one organisation or more.",
        "[\"e06000010\"] | NOT_ALLOWED | Invite another organisation than your own.",
        "[\"e06000014\", \"operations\"] | NOT_ALLOWED | Who runs the platform is no party: the operator sees published data only.",
        "[\"e0600014\"] | UNKNOWN_ORGANISATION | No organisation has the code 'e0600014'. Did you mean",
      })
  void whoCannotBeInvitedIsToldInASentence(String invited, String code, String message) {
    JsonNode payload = propose(Partners.HULL_OWNER, invited, "");

    assertThat(payload.at("/errors/0/field").asText()).isEqualTo("invited");
    assertThat(code(payload)).isEqualTo(code);
    assertThat(payload.at("/errors/0/message").asText()).startsWith(message);
    assertThat(partners.texts("SELECT count(*) FROM sharing_protocol")).containsExactly("0");
  }

  @Test
  void nobodyOfAnotherKindThanWhatWasSignedIsInvited() {
    String councils = proposed(Partners.YORKSHIRE_OWNER, "[\"e06000010\"]", "");
    JsonNode refused = invite(Partners.YORKSHIRE_OWNER, councils, "[\"dfe\"]");
    assertThat(code(refused)).isEqualTo("NOT_ALLOWED");
    assertThat(refused.at("/errors/0/message").asText())
        .isEqualTo(
            "Department for Education is of the kind DFE, and this protocol is open to COUNCIL only: whoever signs it relies on that.");

    String wider =
        proposed(Partners.YORKSHIRE_OWNER, "[\"e06000010\"]", "openTo: [DFE, COUNCIL, COUNCIL], ");
    assertThat(invite(Partners.YORKSHIRE_OWNER, wider, "[\"dfe\"]").get("errors")).isEmpty();
    assertThat(
            partners.ask(
                Partners.HULL_OWNER,
                "{ node(id: \"%s\") { ... on SharingProtocol { openTo } } }".formatted(wider)))
        .hasToString("{\"node\":{\"openTo\":[\"COUNCIL\",\"DFE\"]}}");
  }

  @ParameterizedTest
  @CsvSource({"[], EMPTY", "[OPERATOR], NOT_ALLOWED", "[DFE], NOT_ALLOWED"})
  void aProtocolIsOpenToTheKindsThatMayTakePart(String kinds, String code) {
    JsonNode payload = propose(Partners.HULL_OWNER, "[\"dfe\"]", "openTo: %s, ".formatted(kinds));

    assertThat(payload.at("/errors/0/field").asText()).isEqualTo("openTo");
    assertThat(code(payload)).isEqualTo(code);
  }

  /** Underneath, for whoever comes past the service. */
  @Test
  void theDatabaseRefusesAnInvitationOfAnotherKindToo() throws SQLException {
    JsonNode _ = propose(Partners.YORKSHIRE_OWNER, "[\"e06000010\"]", "");
    try (Connection app =
            DriverManager.getConnection(
                partners.sightline().database().url(), "sightline_app", "app-password");
        Statement statement = app.createStatement()) {
      statement.execute("SELECT set_config('sightline.viewer', 'yorkshire-owner', false)");
      assertThatThrownBy(() -> statement.execute(inviting(5, "DFE")))
          .hasMessageContaining("row-level security");
      statement.execute(inviting(2, "COUNCIL"));
      assertThat(statement.getUpdateCount()).isEqualTo(1);
    }
  }

  private static String inviting(int organisation, String kind) {
    return """
        INSERT INTO sharing_protocol_party (protocol_id, organisation_id, organisation_kind, invited_by)
        SELECT id, %d, '%s', 9 FROM sharing_protocol
        """
        .formatted(organisation, kind);
  }

  @Test
  void onlyItsConvenorInvitesAndNobodyTwice() {
    String id = proposed(Partners.YORKSHIRE_OWNER, "[\"e06000010\", \"e06000014\"]", "");

    assertThat(code(invite(Partners.HULL_OWNER, id, "[\"e06000019\"]"))).isEqualTo("NOT_ALLOWED");
    assertThat(code(invite(Partners.YORKSHIRE_OWNER, id, "[\"e06000010\"]")))
        .isEqualTo("ALREADY_INVITED");
    sign(Partners.HULL_OWNER, id);
    assertThat(code(sign(Partners.HULL_OWNER, id))).isEqualTo("ALREADY_SIGNED");
    assertThat(partners.texts("SELECT count(*) FROM sharing_protocol_party")).containsExactly("2");
  }

  @Test
  void whatIsOverIsNotSignedAny() {
    String id = proposed(Partners.YORKSHIRE_OWNER, "[\"e06000010\"]", "");
    partners.execute(
        "UPDATE sharing_protocol SET valid_from = now() - interval '2 days', valid_to = now() - interval '1 day'");

    assertThat(code(sign(Partners.HULL_OWNER, id))).isEqualTo("EXPIRED");
    assertThat(code(invite(Partners.YORKSHIRE_OWNER, id, "[\"e06000014\"]"))).isEqualTo("EXPIRED");
    assertThat(state(Partners.HULL_OWNER, id)).isEqualTo("EXPIRED");
  }

  @Test
  void aProtocolOfOthersIsAsOneThatNeverWas() {
    String theirs = proposed(Partners.YORKSHIRE_OWNER, "[\"e06000010\"]", "");
    String never = new GlobalId("SharingProtocol", "4711").encoded();

    assertThat(sign(Partners.YORK_OWNER, theirs))
        .hasToString(sign(Partners.YORK_OWNER, never).toString());
    assertThat(leave(Partners.YORK_OWNER, theirs))
        .hasToString(leave(Partners.YORK_OWNER, never).toString());
    assertThat(invite(Partners.YORK_OWNER, theirs, "[\"dfe\"]"))
        .hasToString(invite(Partners.YORK_OWNER, never, "[\"dfe\"]").toString());
    assertThat(node(theirs)).isEqualTo(node(never));
    assertThat(
            partners
                .ask(Partners.YORK_OWNER, "{ sharingProtocols { id } }")
                .get("sharingProtocols"))
        .isEmpty();
  }

  private String node(String id) {
    return partners
        .answer(Partners.YORK_OWNER, "{ node(id: \"%s\") { id } }".formatted(id))
        .toString();
  }

  private String state(Viewer viewer, String id) {
    return partners
        .ask(viewer, "{ node(id: \"%s\") { ... on SharingProtocol { state } } }".formatted(id))
        .at("/node/state")
        .asText();
  }

  private String proposed(Viewer viewer, String invited, String more) {
    return propose(viewer, invited, more).at("/sharingProtocol/id").asText();
  }

  private JsonNode propose(Viewer viewer, String invited, String more) {
    return partners.change(
        viewer,
        "proposeSharingProtocol",
        "{name: \"Family\", text: \"We share.\", purpose: \"comparison\", %sinvited: %s, scope: {datasets: [INDICATORS]}}"
            .formatted(more, invited),
        PROTOCOL);
  }

  private JsonNode invite(Viewer viewer, String id, String invited) {
    return partners.change(
        viewer,
        "inviteToSharingProtocol",
        "{id: \"%s\", invited: %s}".formatted(id, invited),
        PROTOCOL);
  }

  private JsonNode sign(Viewer viewer, String id) {
    return partners.change(
        viewer,
        "signSharingProtocol",
        "{id: \"%s\", signedAs: \"Director\"}".formatted(id),
        PROTOCOL);
  }

  private JsonNode leave(Viewer viewer, String id) {
    return partners.change(viewer, "leaveSharingProtocol", "{id: \"%s\"}".formatted(id), PROTOCOL);
  }

  private static String code(JsonNode payload) {
    return payload.at("/errors/0/code").asText();
  }
}
