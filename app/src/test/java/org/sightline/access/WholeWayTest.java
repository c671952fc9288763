package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.access.TwoInstances.Answer;
import org.sightline.graphql.GlobalId;

/** From a Keycloak's token over HTTP to the database and back, past two instances. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeWayTest {
  private static final String HULLS_ADOPTIONS =
      "query Adoptions { trend(council: \"E06000010\", indicator: \"adoption-decisions\") { points { value } } }";
  private static final String ME = "{ viewer { name } }";

  private TwoInstances instances;

  @BeforeAll
  void start() {
    instances = new TwoInstances();
  }

  @AfterAll
  void stop() {
    if (instances != null) {
      instances.close();
    }
  }

  @Test
  void whatIsRevokedOnOneInstanceIsGoneOnTheOtherWithTheNextRequest() {
    String owner = instances.token("hull-owner");
    String partner = instances.token("yorkshire-partner");
    String never = instances.token("herefordshire-analyst");
    Answer seen = instances.ask(instances.b(), partner, HULLS_ADOPTIONS);
    assertThat(values(seen)).containsExactly("87");

    JsonNode revoked =
        instances
            .ask(
                instances.a(),
                owner,
                """
                mutation { revokeSharingAgreement(input: {id: "%s", because: "It is over."}) {
                    sharingAgreement { state } errors { code } } }
                """
                    .formatted(agreementWith("yorkshire-and-the-humber", owner)))
            .data();
    Answer after = instances.ask(instances.b(), partner, HULLS_ADOPTIONS);

    assertThat(revoked.at("/revokeSharingAgreement/sharingAgreement/state").asText())
        .isEqualTo("REVOKED");
    Answer neverShared = instances.ask(instances.b(), never, HULLS_ADOPTIONS);
    assertThat(after.told()).isEqualTo(neverShared.told());
    assertThat(after.bytes()).doesNotContain("87");
    assertThat(values(instances.ask(instances.b(), owner, HULLS_ADOPTIONS))).containsExactly("87");
    assertLogged(owner, seen, "Grace Holt");
    assertNotLogged(owner, after);
    assertNotLogged(owner, neverShared);
  }

  @Test
  void aMemberWhoIsRevokedOnOneInstanceIsRefusedByTheOther() {
    String owner = instances.token("york-owner");
    String analyst = instances.token("york-analyst");
    assertThat(instances.ask(instances.b(), analyst, ME).data().at("/viewer/name").asText())
        .isEqualTo("Yusuf Khan");

    JsonNode revoked =
        instances
            .ask(
                instances.a(),
                owner,
                "mutation { revokeMember(input: {id: \"%s\"}) { member { state } errors { code } } }"
                    .formatted(memberCalled("Yusuf Khan", owner)))
            .data();

    assertThat(revoked.at("/revokeMember/member/state").asText()).isEqualTo("REVOKED");
    assertRefused(instances.ask(instances.b(), analyst, ME));
    assertRefused(instances.ask(instances.b(), analyst, "{ indicators { code } }"));
    assertRefused(instances.get(instances.b(), analyst, "/imports"));
  }

  @Test
  void whomKeycloakKnowsAndSightlineDoesNotIsRefused() {
    String name = "stranger-" + UUID.randomUUID();
    JsonNode _ =
        instances
            .keycloak()
            .administer(
                "POST",
                "/users",
                """
                {"username": "%1$s", "email": "%1$s@example.org", "firstName": "Una", "lastName": "Known",
                 "emailVerified": true, "enabled": true,
                 "credentials": [{"type": "password", "value": "demonstration", "temporary": false}]}
                """
                    .formatted(name));
    String token = instances.token(name);

    assertRefused(instances.ask(instances.a(), token, ME));
    assertRefused(instances.ask(instances.b(), token, "{ indicators { code } }"));
    assertRefused(instances.get(instances.b(), token, "/access-log.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SharingAgreement", "Import", "Member", "Release"})
  void whatIsOutOfScopeAndWhatNeverWasAreAnsweredWithTheSameBytes(String type) {
    String owner = instances.token("hull-owner");
    String outsider = instances.token("herefordshire-analyst");
    String id = ofHull(type, owner);
    String known = node(id);
    assertThat(instances.ask(instances.a(), owner, known).data().at("/node/id").asText())
        .isEqualTo(id);

    Answer outOfScope = instances.ask(instances.b(), outsider, known);
    Answer neverWas = instances.ask(instances.b(), outsider, node(thatNeverWas(type)));

    assertThat(outOfScope.status()).isEqualTo(200);
    assertThat(outOfScope.told()).isEqualTo(neverWas.told());
    assertThat(outOfScope.requestId()).isNotEmpty().isNotEqualTo(neverWas.requestId());
    assertThat(outOfScope.bytes()).doesNotContain(outOfScope.requestId());
  }

  @Test
  void aDataOwnerFindsTheReadsOfOneInstanceInTheLogOfTheOther() {
    String owner = instances.token("hull-owner");
    Answer read = instances.ask(instances.b(), instances.token("dfe-adviser"), HULLS_ADOPTIONS);
    assertThat(values(read)).containsExactly("87");

    assertLogged(owner, read, "Amara Obi");
  }

  private void assertLogged(String owner, Answer read, String reader) {
    JsonNode entry = entries(owner, read).getFirst();
    assertThat(entries(owner, read)).hasSize(1);
    assertThat(entry.path("readerName").asText()).isEqualTo(reader);
    assertThat(entry.path("operationName").asText()).isEqualTo("Adoptions");
    assertThat(entry.path("rows").asInt()).isEqualTo(2);
    List<CsvRecord> lines = lines(owner, read);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().getFields()).contains(reader, "Adoptions", "adoption-decisions");
  }

  private void assertNotLogged(String owner, Answer read) {
    assertThat(entries(owner, read)).isEmpty();
    assertThat(lines(owner, read)).isEmpty();
  }

  /** The entries that one answer has in the data owner's log. */
  private List<JsonNode> entries(String owner, Answer read) {
    return each(instances
            .ask(
                instances.a(),
                owner,
                "{ accessLog(first: 100) { edges { node { requestId readerName operationName rows } } } }")
            .data()
            .at("/accessLog/edges"))
        .map(edge -> edge.path("node"))
        .filter(node -> node.path("requestId").asText().equals(read.requestId()))
        .toList();
  }

  /** The lines that one answer has in the data owner's log as CSV. */
  private List<CsvRecord> lines(String owner, Answer read) {
    Answer log = instances.get(instances.a(), owner, "/access-log.csv");
    assertThat(log.status()).as(log.bytes()).isEqualTo(200);
    try (Stream<CsvRecord> all = CsvReader.builder().ofCsvRecord(log.bytes()).stream()) {
      return all.filter(line -> line.getFields().contains(read.requestId())).toList();
    }
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).as(answer.bytes()).isEqualTo(403);
    assertThat(answer.json().at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
    assertThat(answer.json().has("data")).isFalse();
  }

  private static String node(String id) {
    return "{ node(id: \"%s\") { id } }".formatted(id);
  }

  private static String thatNeverWas(String type) {
    return new GlobalId(type, type.equals("Import") ? UUID.randomUUID().toString() : "2000000000")
        .encoded();
  }

  /** A thing of Hull's that its data owner sees. */
  private String ofHull(String type, String owner) {
    return switch (type) {
      case "SharingAgreement" -> agreementWith("dfe", owner);
      case "Member" -> memberCalled("Hannah Lowe", owner);
      case "Import" ->
          ask(owner, "{ imports { edges { node { id } } } }")
              .at("/imports/edges/0/node/id")
              .asText();
      default ->
          ask(
                  owner,
                  "{ trend(council: \"E06000010\", indicator: \"team-manager-vacancies\") { points { observation { releases { id } } } } }")
              .findValue("releases")
              .at("/0/id")
              .asText();
    };
  }

  /** The agreement over figures: there may be another over plans. */
  private String agreementWith(String recipient, String owner) {
    return each(ask(
                owner,
                "{ sharingAgreements { edges { node { id datasets recipient { code } } } } }")
            .at("/sharingAgreements/edges"))
        .map(edge -> edge.path("node"))
        .filter(node -> node.at("/recipient/code").asText().equals(recipient))
        .filter(node -> node.path("datasets").toString().contains("INDICATORS"))
        .map(node -> node.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  private String memberCalled(String name, String owner) {
    return each(ask(owner, "{ members { id name } }").path("members"))
        .filter(member -> member.path("name").asText().equals(name))
        .map(member -> member.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  private JsonNode ask(String token, String document) {
    return instances.ask(instances.a(), token, document).data();
  }

  private static List<String> values(Answer answer) {
    return each(answer.data().at("/trend/points"))
        .map(point -> point.path("value"))
        .filter(value -> !value.isNull())
        .map(JsonNode::asText)
        .toList();
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
