package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Viewer;

/** Who asks, and who takes part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganisationQuestionsTest {
  private static final String VIEWER =
      "{ viewer { name roles machine organisation { code name kind council { code } } } }";
  private static final String ADVISERS = "{ organisations { code advisers { id name } } }";

  private Partners partners;

  @BeforeAll
  void start() {
    partners = new Partners();
  }

  @AfterAll
  void stop() {
    if (partners != null) {
      partners.close();
    }
  }

  @Test
  void whoHasSignedInIsToldWhoTheyAre() {
    JsonNode viewer = partners.ask(Partners.HULL_OWNER, VIEWER).get("viewer");

    assertThat(viewer)
        .hasToString(
            "{\"name\":\"Hull Owner\",\"roles\":[\"ANALYST\",\"DATA_OWNER\"],\"machine\":false,"
                + "\"organisation\":{\"code\":\"e06000010\",\"name\":\"Hull\",\"kind\":\"COUNCIL\","
                + "\"council\":{\"code\":\"E06000010\"}}}");
    assertThat(partners.ask(new Viewer("hull-machine"), VIEWER).at("/viewer/machine").asBoolean())
        .isTrue();
    assertThat(partners.ask(Partners.DFE_OWNER, VIEWER).at("/viewer/organisation/council").isNull())
        .isTrue();
  }

  @Test
  void whoHasNotIsNobody() {
    assertThat(partners.ask(Viewer.ANONYMOUS, VIEWER).get("viewer").isNull()).isTrue();
  }

  @Test
  void membersKnowWhoTakesPartByName() {
    assertThat(partners.ask(Partners.YORK_ANALYST, ADVISERS).findValuesAsText("code"))
        .containsExactly("dfe", "e06000019", "e06000010", "operations", "e06000014", "yorkshire");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ organisations { code } }",
        "{ sharingAgreements { totalCount } }",
        "{ sharingProtocols { name } }",
        "{ whoSeesOurs { since } }",
        "{ sharingPreview(scope: {datasets: [INDICATORS]}) { wouldBeSeen } }",
        "{ accessLog { totalCount } }"
      })
  void nobodyElseIsTold(String document) {
    JsonNode answer = partners.answer(Viewer.ANONYMOUS, document);

    assertThat(answer.get("data").isNull()).isTrue();
    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
    assertThat(answer.at("/errors/0/message").asText())
        .isEqualTo("Sign in: this is for members only.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ whoSeesOurs { since } }",
        "{ sharingPreview(scope: {datasets: [INDICATORS]}) { wouldBeSeen } }",
        "{ accessLog { totalCount } }"
      })
  void whatIsForDataOwnersIsForNoAnalyst(String document) {
    JsonNode answer = partners.answer(Partners.HULL_ANALYST, document);

    assertThat(answer.get("data").isNull()).isTrue();
    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
  }

  @Test
  void dataOwnersSeeTheAdvisersWhomAnAgreementMayName() {
    JsonNode dfe = partners.ask(Partners.HULL_OWNER, ADVISERS).at("/organisations/0");

    assertThat(dfe.findValuesAsText("name")).containsExactly("Dfe Adviser", "Dfe Other Adviser");
    assertThat(dfe.at("/advisers/0/id").asText()).isEqualTo(new GlobalId("Member", "11").encoded());
    assertThat(partners.ask(Partners.HULL_ANALYST, ADVISERS).at("/organisations/0/advisers"))
        .isEmpty();
  }

  @Test
  void anOrganisationOutOfSightIsAsOneThatNeverWas() {
    String real = node(new GlobalId("Organisation", "1"));
    String never = node(new GlobalId("Organisation", "4711"));

    assertThat(partners.answer(Viewer.ANONYMOUS, real))
        .hasToString(partners.answer(Viewer.ANONYMOUS, never).toString());
    assertThat(partners.ask(Partners.YORK_ANALYST, real).at("/node/name").asText())
        .isEqualTo("Hull");
  }

  private static String node(GlobalId id) {
    return "{ node(id: \"%s\") { ... on Organisation { name } } }".formatted(id.encoded());
  }
}
