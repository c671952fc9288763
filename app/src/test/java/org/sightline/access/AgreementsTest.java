package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Viewer;

/** An agreement's life, and what it shows meanwhile. */
class AgreementsTest {
  private static final String EVERYTHING =
      """
      id owner { name } recipient { name } person { name } datasets indicators { code } periodsFrom periodsTo purpose
      onwardPublication foiAnsweredBy validFrom validTo proposedBy proposedFor proposedAt
      signatures { side organisation { name } name position at } state
      revokedAt revokedBy revokedFor revokedBecause preview { wouldBeSeen wouldStayHidden }
      """;

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
  void itGivesAccessFromTheSecondSignatureUntilEitherSideEndsIt() {
    String id = partners.proposal("yorkshire", "");
    assertThat(agreement(Partners.YORKSHIRE_OWNER, id).get("state").asText()).isEqualTo("PROPOSED");

    assertThat(partners.sign(Partners.YORKSHIRE_OWNER, id)).isEqualTo("SIGNED_BY_RECIPIENT");
    assertThat(partners.seenOfHull(Partners.YORKSHIRE_ANALYST)).isEmpty();
    assertThat(partners.sign(Partners.HULL_OWNER, id)).isEqualTo("LIVE");
    assertThat(partners.seenOfHull(Partners.YORKSHIRE_ANALYST)).containsExactly("2024", "2025");
    assertThat(partners.seenOfHull(Partners.YORK_ANALYST)).isEmpty();

    JsonNode revoked = revoke(Partners.YORKSHIRE_OWNER, id, "not needed any more");

    assertThat(revoked.get("errors")).isEmpty();
    assertThat(partners.seenOfHull(Partners.YORKSHIRE_ANALYST)).isEmpty();
    JsonNode seen = agreement(Partners.HULL_OWNER, id);
    assertThat(seen.get("state").asText()).isEqualTo("REVOKED");
    assertThat(seen.get("revokedBy").asText()).isEqualTo("Yorkshire Owner");
    assertThat(seen.get("revokedFor").asText()).isEqualTo("RECIPIENT");
    assertThat(seen.get("revokedBecause").asText()).isEqualTo("not needed any more");
  }

  @Test
  void whatIsNotSaidIsTheCarefulChoice() {
    JsonNode proposed = agreement(Partners.HULL_OWNER, partners.proposal("yorkshire", ""));

    assertThat(proposed.get("onwardPublication").asText()).isEqualTo("NONE");
    assertThat(proposed.get("foiAnsweredBy").asText()).isEqualTo("OWNER");
    assertThat(proposed.get("indicators").isNull()).isTrue();
    assertThat(proposed.get("person").isNull()).isTrue();
    assertThat(proposed.get("validFrom")).isEqualTo(proposed.get("proposedAt"));
    assertThat(
            partners.texts(
                "SELECT (valid_to = valid_from + interval '1 year')::text FROM sharing_agreement"))
        .containsExactly("true");
    assertThat(proposed.get("proposedBy").asText()).isEqualTo("Hull Owner");
    assertThat(proposed.get("proposedFor").asText()).isEqualTo("OWNER");
  }

  @Test
  void eachTermThatIsSaidIsKept() {
    String id =
        partners.proposal(
            "yorkshire",
            """
            scope: {datasets: [INDICATORS], indicators: ["re-referrals-percent", "children-in-need-started"],
              periodsFrom: "2024-04-01", periodsTo: "2026-03-31"},
            onwardPublication: AGGREGATES, foiAnsweredBy: RECIPIENT,
            validFrom: "2030-01-01T00:00:00+01:00", validTo: "2031-01-01T00:00:00Z"
            """);

    JsonNode seen = agreement(Partners.YORKSHIRE_ANALYST, id);

    assertThat(seen.get("datasets")).hasToString("[\"INDICATORS\"]");
    assertThat(seen.get("indicators").findValuesAsText("code"))
        .containsExactlyInAnyOrder("re-referrals-percent", "children-in-need-started");
    assertThat(seen.get("periodsFrom").asText()).isEqualTo("2024-04-01");
    assertThat(seen.get("periodsTo").asText()).isEqualTo("2026-03-31");
    assertThat(seen.get("onwardPublication").asText()).isEqualTo("AGGREGATES");
    assertThat(seen.get("foiAnsweredBy").asText()).isEqualTo("RECIPIENT");
    assertThat(seen.get("validFrom").asText()).isEqualTo("2029-12-31T23:00:00Z");
    assertThat(seen.get("validTo").asText()).isEqualTo("2031-01-01T00:00:00Z");
    partners.sign(Partners.HULL_OWNER, id);
    assertThat(partners.sign(Partners.YORKSHIRE_OWNER, id)).isEqualTo("NOT_YET_VALID");
    assertThat(partners.seenOfHull(Partners.YORKSHIRE_ANALYST)).isEmpty();
  }

  @Test
  void narrowTermsShowNoMore() {
    partners.liveAgreement(
        "yorkshire",
        Partners.YORKSHIRE_OWNER,
        "scope: {datasets: [INDICATORS], indicators: [\"re-referrals-percent\"], periodsFrom: \"2024-04-01\"}");

    assertThat(partners.seenOfHull(Partners.YORKSHIRE_ANALYST)).containsExactly("2025");
  }

  @Test
  void aNamedAdviserSeesAloneAndOthersOfTheDepartmentDoNotKnow() {
    String person = new GlobalId("Member", "11").encoded();
    String id =
        partners.liveAgreement(
            "dfe",
            Partners.DFE_OWNER,
            "person: \"%s\", scope: {datasets: [INDICATORS]}".formatted(person));

    assertThat(partners.seenOfHull(Partners.DFE_ADVISER)).containsExactly("2024", "2025");
    assertThat(partners.seenOfHull(Partners.DFE_OTHER_ADVISER)).isEmpty();
    assertThat(partners.seenOfHull(Partners.DFE_OWNER)).isEmpty();
    assertThat(agreement(Partners.DFE_ADVISER, id).get("proposedBy").asText())
        .isEqualTo("Hull Owner");
    assertThat(agreement(Partners.HULL_ANALYST, id).at("/person/name").asText())
        .isEqualTo("Dfe Adviser");
    assertThat(count(Partners.DFE_OWNER)).isOne();
    assertThat(count(Partners.DFE_OTHER_ADVISER)).isZero();
    assertThat(node(Partners.DFE_OTHER_ADVISER, id))
        .isEqualTo(node(Partners.DFE_OTHER_ADVISER, id(4711)));
  }

  @Test
  void theRecipientMayProposeToo() {
    JsonNode payload =
        partners.change(
            Partners.DFE_OWNER,
            "proposeSharingAgreement",
            "{owner: \"e06000010\", recipient: \"dfe\", purpose: \"review\", scope: {datasets: [PLANS]}}",
            "sharingAgreement { proposedFor state preview { wouldBeSeen } }");

    assertThat(payload.get("errors")).isEmpty();
    assertThat(payload.at("/sharingAgreement/proposedFor").asText()).isEqualTo("RECIPIENT");
    assertThat(payload.at("/sharingAgreement/preview").isNull()).isTrue();
  }

  @Test
  void itIsSignedOnceByEachSideAndNotAfterItsEnd() {
    String id = partners.proposal("yorkshire", "");
    partners.sign(Partners.HULL_OWNER, id);
    assertThat(signCode(Partners.HULL_OWNER, id)).isEqualTo("ALREADY_SIGNED");

    revoke(Partners.HULL_OWNER, id, "withdrawn");
    assertThat(signCode(Partners.YORKSHIRE_OWNER, id)).isEqualTo("REVOKED");
    assertThat(revoke(Partners.YORKSHIRE_OWNER, id, "again").at("/errors/0/code").asText())
        .isEqualTo("REVOKED");

    String late = partners.proposal("yorkshire", "");
    partners.execute(
        "UPDATE sharing_agreement SET valid_from = now() - interval '2 days', valid_to = now() - interval '1 day' WHERE revoked_at IS NULL");
    assertThat(signCode(Partners.YORKSHIRE_OWNER, late)).isEqualTo("EXPIRED");
    assertThat(revoke(Partners.YORKSHIRE_OWNER, late, "late").at("/errors/0/code").asText())
        .isEqualTo("EXPIRED");
    assertThat(agreement(Partners.HULL_OWNER, late).get("state").asText()).isEqualTo("EXPIRED");
    assertThat(partners.texts("SELECT count(*) FROM sharing_agreement_signature"))
        .containsExactly("1");
  }

  @Test
  void anAgreementOfOthersIsAsOneThatNeverWas() {
    String theirs = partners.liveAgreement("yorkshire", Partners.YORKSHIRE_OWNER, "");

    for (String never : List.of(id(4711), "nonsense", new GlobalId("Council", "1").encoded())) {
      assertThat(signAnswer(Partners.YORK_OWNER, theirs))
          .isEqualTo(signAnswer(Partners.YORK_OWNER, never))
          .contains("NOT_FOUND");
      assertThat(revoke(Partners.YORK_OWNER, theirs, "mine").toString())
          .isEqualTo(revoke(Partners.YORK_OWNER, never, "mine").toString())
          .contains("NOT_FOUND");
      assertThat(node(Partners.YORK_OWNER, theirs)).isEqualTo(node(Partners.YORK_OWNER, never));
    }
    assertThat(node(Viewer.ANONYMOUS, theirs)).isEqualTo(node(Viewer.ANONYMOUS, id(4711)));
    assertThat(count(Partners.YORK_OWNER)).isZero();
    assertThat(agreement(Partners.HULL_OWNER, theirs).get("state").asText()).isEqualTo("LIVE");
  }

  @Test
  void theListGoesOnAfterACursorAndCountsOnlyWhatIsInSight() {
    for (int i = 0; i < 5; i++) {
      partners.proposal(i % 2 == 0 ? "yorkshire" : "dfe", "");
    }
    JsonNode first = page(Partners.HULL_OWNER, "first: 3");
    JsonNode second =
        page(
            Partners.HULL_OWNER,
            "first: 3, after: \"%s\"".formatted(first.at("/pageInfo/endCursor").asText()));

    assertThat(first.findValuesAsText("proposedAt")).hasSize(3);
    assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
    assertThat(second.findValuesAsText("proposedAt")).hasSize(2);
    assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    assertThat(second.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
    List<String> all = new ArrayList<>(first.findValuesAsText("proposedAt"));
    all.addAll(second.findValuesAsText("proposedAt"));
    assertThat(all).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
    assertThat(first.get("totalCount").asInt()).isEqualTo(5);
    assertThat(page(Partners.YORKSHIRE_OWNER, "").get("totalCount").asInt()).isEqualTo(3);
    assertThat(page(Partners.HULL_OWNER, "state: [LIVE, REVOKED]").get("totalCount").asInt())
        .isZero();
    assertThat(page(Partners.HULL_OWNER, "state: [PROPOSED]").get("edges")).hasSize(5);
  }

  @Test
  void aPageThatCannotBeIsRefusedInASentence() {
    assertThat(mistake("first: 0")).isEqualTo("A page has 1 to 100 items: first is 0.");
    assertThat(mistake("first: 101")).isEqualTo("A page has 1 to 100 items: first is 101.");
    assertThat(mistake("after: \"x\""))
        .isEqualTo(
            "That is no cursor of sharingAgreements: give the endCursor of an earlier answer, or begin again without after.");
  }

  private String mistake(String arguments) {
    return partners
        .answer(
            Partners.HULL_OWNER, "{ sharingAgreements(%s) { totalCount } }".formatted(arguments))
        .at("/errors/0/message")
        .asText();
  }

  private JsonNode page(Viewer viewer, String arguments) {
    return partners
        .ask(
            viewer,
            "{ sharingAgreements%s { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { proposedAt } } } }"
                .formatted(arguments.isEmpty() ? "" : "(" + arguments + ")"))
        .get("sharingAgreements");
  }

  private int count(Viewer viewer) {
    return page(viewer, "").get("totalCount").asInt();
  }

  private JsonNode agreement(Viewer viewer, String id) {
    return partners
        .ask(
            viewer,
            "{ node(id: \"%s\") { ... on SharingAgreement { %s } } }".formatted(id, EVERYTHING))
        .get("node");
  }

  private String node(Viewer viewer, String id) {
    return partners.answer(viewer, "{ node(id: \"%s\") { id } }".formatted(id)).toString();
  }

  private JsonNode revoke(Viewer viewer, String id, String because) {
    return partners.change(
        viewer,
        "revokeSharingAgreement",
        "{id: \"%s\", because: \"%s\"}".formatted(id, because),
        "sharingAgreement { state }");
  }

  private String signCode(Viewer viewer, String id) {
    return sign(viewer, id).at("/errors/0/code").asText();
  }

  private String signAnswer(Viewer viewer, String id) {
    return sign(viewer, id).toString();
  }

  private JsonNode sign(Viewer viewer, String id) {
    return partners.change(
        viewer,
        "signSharingAgreement",
        "{id: \"%s\", signedAs: \"Director\"}".formatted(id),
        "sharingAgreement { state }");
  }

  private static String id(int key) {
    return new GlobalId("SharingAgreement", String.valueOf(key)).encoded();
  }
}
