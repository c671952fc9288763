package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.StatementCount;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Viewer;

/** Who sees what of ours, and what sharing would show. */
class WhoSeesOursTest {
  private static final String GRANTS =
      "{ whoSeesOurs%s { recipient { code } person { name } datasets indicators { code } periodsFrom reciprocal since until agreement { id state } protocol { id name } } }";
  private static final String PREVIEW =
      "{ sharingPreview(scope: {%s}) { wouldBeSeen wouldStayHidden indicators { indicator { code } periods { code } wouldBeSeen wouldStayHidden } } }";

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
  void oneForEachRecipientAndLiveAgreementOrProtocol() {
    String person = new GlobalId("Member", "11").encoded();
    partners.liveAgreement(
        "dfe",
        Partners.DFE_OWNER,
        "person: \"%s\", scope: {datasets: [INDICATORS], indicators: [\"re-referrals-percent\"], periodsFrom: \"2024-04-01\"}"
            .formatted(person));
    partners.liveAgreement("yorkshire", Partners.YORKSHIRE_OWNER, "");
    partners.proposal("e06000019", "");
    protocolWithYork();

    JsonNode grants = partners.ask(Partners.HULL_OWNER, GRANTS.formatted("")).get("whoSeesOurs");

    assertThat(grants.findValuesAsText("code"))
        .containsExactly("dfe", "re-referrals-percent", "e06000014", "yorkshire");
    assertThat(grants.at("/0/person/name").asText()).isEqualTo("Dfe Adviser");
    assertThat(grants.at("/0/periodsFrom").asText()).isEqualTo("2024-04-01");
    assertThat(grants.at("/0/agreement/state").asText()).isEqualTo("LIVE");
    assertThat(grants.at("/1/protocol/name").asText()).isEqualTo("Family");
    assertThat(grants.at("/1/agreement").isNull()).isTrue();
    assertThat(grants.at("/2/indicators").isNull()).isTrue();
    assertThat(partners.ask(Partners.YORKSHIRE_OWNER, GRANTS.formatted("")).get("whoSeesOurs"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ whoSeesOurs { since } }",
        "{ sharingPreview(scope: {datasets: [INDICATORS]}) { wouldBeSeen } }"
      })
  void whoIsNoDataOwnerIsToldNothing(String document) {
    JsonNode answer = partners.answer(Partners.HULL_ANALYST, document);

    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
  }

  @Test
  void whatHasEndedWasSeenThenAndIsNotNow() {
    String id = partners.liveAgreement("yorkshire", Partners.YORKSHIRE_OWNER, "");
    partners.execute(
        "UPDATE sharing_agreement SET valid_from = '2026-01-01T00:00:00Z', valid_to = now() + interval '1 year'");
    partners.execute("UPDATE sharing_agreement_signature SET signed_at = '2026-01-02T00:00:00Z'");
    partners.change(
        Partners.HULL_OWNER,
        "revokeSharingAgreement",
        "{id: \"%s\", because: \"over\"}".formatted(id),
        "sharingAgreement { id }");

    assertThat(recipients("")).isEmpty();
    assertThat(recipients("(at: \"2026-01-02T00:00:00Z\")")).containsExactly("yorkshire");
    assertThat(recipients("(at: \"2026-01-01T23:59:59Z\")")).isEmpty();
    assertThat(recipients("(at: \"2099-01-01T00:00:00Z\")")).isEmpty();
  }

  @Test
  void itSaysWhatTheRecipientsAreShown() {
    assertThat(recipients("")).isEmpty();
    assertThat(partners.seenOfHull(Partners.YORK_ANALYST)).isEmpty();

    protocolWithYork();

    assertThat(recipients("")).containsExactly("e06000014");
    assertThat(partners.seenOfHull(Partners.YORK_ANALYST)).isNotEmpty();
    partners.execute(
        "UPDATE sharing_protocol_party SET left_by = 6, left_at = now() WHERE organisation_id = 2");
    assertThat(recipients("")).isEmpty();
    assertThat(partners.seenOfHull(Partners.YORK_ANALYST)).isEmpty();
  }

  @Test
  void aPreviewTellsWhatWouldBeSeenBeforeThereIsAnAgreement() {
    assertThat(preview(Partners.HULL_OWNER.subject(), "datasets: [INDICATORS]"))
        .isEqualTo(
            "{\"wouldBeSeen\":2,\"wouldStayHidden\":2,\"indicators\":["
                + "{\"indicator\":{\"code\":\"children-in-need-rate\"},\"periods\":[],\"wouldBeSeen\":0,\"wouldStayHidden\":1},"
                + "{\"indicator\":{\"code\":\"re-referrals-percent\"},\"periods\":[{\"code\":\"2025\"},{\"code\":\"2024\"}],\"wouldBeSeen\":2,\"wouldStayHidden\":1}]}");
    assertThat(
            preview(
                "hull-owner",
                "datasets: [INDICATORS], indicators: [\"re-referrals-percent\"], periodsFrom: \"2024-04-01\", periodsTo: \"2025-03-31\""))
        .isEqualTo(
            "{\"wouldBeSeen\":1,\"wouldStayHidden\":1,\"indicators\":["
                + "{\"indicator\":{\"code\":\"re-referrals-percent\"},\"periods\":[{\"code\":\"2025\"}],\"wouldBeSeen\":1,\"wouldStayHidden\":1}]}");
    assertThat(preview("hull-owner", "datasets: [PLANS]"))
        .isEqualTo("{\"wouldBeSeen\":0,\"wouldStayHidden\":0,\"indicators\":[]}");
    assertThat(preview("york-owner", "datasets: [INDICATORS]"))
        .isEqualTo("{\"wouldBeSeen\":0,\"wouldStayHidden\":0,\"indicators\":[]}");
  }

  @Test
  void aPreviewCountsRecordsThatAreSharedWhole() {
    partners.execute(
        """
        INSERT INTO inspection_framework VALUES ('ilacs', 'ILACS', 'Ofsted', 'x', 5, 1, 'a test') ON CONFLICT DO NOTHING;
        INSERT INTO status_scheme (id, code, name, source) VALUES (1, 'invented', 'x', 'x');
        INSERT INTO inspection (id, council_id, framework_code, owner_organisation_id, access_class)
          SELECT place, council_id, 'ilacs', 1, (ARRAY['SHARED', 'SHARED', 'COUNCIL_ONLY', 'PUBLISHED'])[place]
          FROM organisation, generate_series(1, 4) AS place WHERE organisation.id = 1;
        INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source)
          SELECT inspection.id, council_id, 1, 'SHARED', 'STRENGTH', 'x', 'x' FROM inspection;
        INSERT INTO plan (owner_organisation_id, council_id, access_class, embargoed_until, name, kind, state, scheme_id, created_by_name)
          SELECT 1, council_id, class, CASE class WHEN 'EMBARGOED' THEN now() + interval '1 day' END, class, 'SERVICE', 'LIVE', 1, 'x'
          FROM organisation, unnest(ARRAY['SHARED', 'COUNCIL_ONLY', 'EMBARGOED']) AS class WHERE organisation.id = 1;
        """);

    assertThat(records("datasets: [INSPECTIONS, PLANS]"))
        .containsExactly("INSPECTION 2 1", "FINDING 3 1", "PLAN 1 2");
    assertThat(records("datasets: [PLANS, INDICATORS]")).containsExactly("PLAN 1 2");
    assertThat(records("datasets: [INDICATORS]")).isEmpty();
    assertThat(
            partners
                .answer(
                    Partners.HULL_OWNER,
                    PREVIEW.formatted("datasets: [PLANS], periodsFrom: \"2024-04-01\""))
                .at("/errors/0/message")
                .asText())
        .startsWith("Only INDICATORS can be narrowed to indicators or periods: of PLANS");
  }

  /** Each kind with how many would be seen and how many would stay hidden. */
  private List<String> records(String scope) {
    JsonNode preview =
        partners.ask(
            Partners.HULL_OWNER,
            "{ sharingPreview(scope: {%s}) { records { kind wouldBeSeen wouldStayHidden } } }"
                .formatted(scope));
    return StreamSupport.stream(preview.at("/sharingPreview/records").spliterator(), false)
        .map(
            one ->
                "%s %d %d"
                    .formatted(
                        one.get("kind").asText(),
                        one.get("wouldBeSeen").asInt(),
                        one.get("wouldStayHidden").asInt()))
        .toList();
  }

  @Test
  void aPreviewCountsWhatIsCurrent() {
    upload(811, "2025-05-31", "COUNCIL_ONLY");
    assertThat(counts()).isEqualTo("{\"wouldBeSeen\":1,\"wouldStayHidden\":1}");
    upload(812, "2025-06-30", "SHARED");
    upload(813, "2025-06-30", "SHARED");
    assertThat(counts()).isEqualTo("{\"wouldBeSeen\":1,\"wouldStayHidden\":0}");
    upload(814, "2025-07-31", "COUNCIL_ONLY");
    assertThat(counts()).isEqualTo("{\"wouldBeSeen\":1,\"wouldStayHidden\":1}");
    upload(815, "2025-08-31", "PUBLISHED");
    assertThat(counts()).isEqualTo("{\"wouldBeSeen\":1,\"wouldStayHidden\":0}");
  }

  /** Of one indicator in 2025. */
  private String counts() {
    return partners
        .ask(
            Partners.HULL_OWNER,
            "{ sharingPreview(scope: {datasets: [INDICATORS], indicators: [\"re-referrals-percent\"], periodsFrom: \"2024-04-01\"}) { wouldBeSeen wouldStayHidden } }")
        .get("sharingPreview")
        .toString();
  }

  /** Hull's figure of 2025 once more, in a later edition. */
  private void upload(int key, String publishedOn, String accessClass) {
    partners.execute(
        """
        INSERT INTO release (id, code, publication, title, published_on, source, owner_organisation_id)
          VALUES (KEY, 'hull-KEY', 'monthly', 'Hull', 'DAY', 'a test', 1);
        INSERT INTO edition (id, release_id, table_code, access_class, owner_organisation_id)
          VALUES (KEY, KEY, 'later', 'CLASS', 1);
        INSERT INTO source_file (id, edition_id, owner_key, name, sha256, bytes, mapping)
          VALUES (KEY, KEY, 1, 'later.csv', repeat('0', 64), 1, 'none');
        INSERT INTO edition_coverage (edition_id, indicator_id, period_id, owner_key)
          SELECT KEY, indicator_id, period_id, owner_key FROM edition_coverage WHERE edition_id = 803;
        INSERT INTO edition_breakdown (edition_id, indicator_id, period_id, breakdown_id, owner_key)
          SELECT KEY, indicator_id, period_id, 0, owner_key FROM edition_coverage WHERE edition_id = 803;
        INSERT INTO observation (indicator_id, edition_id, period_id, breakdown_id, area_id, owner_organisation_id,
          access_class, value, source_file_id, source_name, source_line)
          SELECT indicator_id, KEY, period_id, 0, area_id, 1, 'CLASS', 41.5, KEY, 'later', 1
          FROM observation WHERE edition_id = 803;
        """
            .replace("KEY", String.valueOf(key))
            .replace("DAY", publishedOn)
            .replace("CLASS", accessClass));
  }

  @Test
  void aPreviewOfWrongTermsIsRefusedInASentence() {
    JsonNode answer =
        partners.answer(
            Partners.HULL_OWNER,
            PREVIEW.formatted("datasets: [INDICATORS], indicators: [\"nothing\"]"));

    assertThat(answer.at("/errors/0/extensions/argument").asText()).isEqualTo("scope.indicators");
    assertThat(answer.at("/errors/0/message").asText())
        .startsWith("No indicator has the code 'nothing'.");
  }

  @Test
  void theOwnersMembersSeeTheSamePreviewOnAProposal() {
    String id = partners.proposal("yorkshire", "");
    String document =
        "{ node(id: \"%s\") { ... on SharingAgreement { preview { wouldBeSeen wouldStayHidden } } } }"
            .formatted(id);

    assertThat(partners.ask(Partners.HULL_ANALYST, document).at("/node/preview"))
        .hasToString("{\"wouldBeSeen\":2,\"wouldStayHidden\":2}");
    assertThat(partners.ask(Partners.YORKSHIRE_OWNER, document).at("/node/preview").isNull())
        .isTrue();
  }

  @Test
  void moreRowsCostNoMoreStatements() {
    List<String> documents =
        List.of(
            "{ sharingAgreements(first: 100) { totalCount edges { node { state owner { name council { name } } recipient { name } indicators { code } signatures { organisation { name } } preview { wouldBeSeen indicators { indicator { code } } } } } } }",
            "{ sharingProtocols { name state convenor { name } indicators { code } parties { organisation { name } } preview { wouldBeSeen } } }",
            GRANTS.formatted(""),
            "{ organisations { name council { name } advisers { name } } }");
    partners.liveAgreement("yorkshire", Partners.YORKSHIRE_OWNER, narrow("re-referrals-percent"));
    protocolWithYork();
    documents.forEach(this::statements);
    List<Long> few = documents.stream().map(this::statements).toList();

    for (int i = 0; i < 4; i++) {
      partners.liveAgreement("yorkshire", Partners.YORKSHIRE_OWNER, narrow("re-referrals-percent"));
      partners.liveAgreement("dfe", Partners.DFE_OWNER, narrow("children-in-need-started"));
      protocolWithYork();
    }

    assertThat(documents.stream().map(this::statements).toList()).isEqualTo(few);
    assertThat(few).allMatch(count -> count <= 10);
  }

  private static String narrow(String indicator) {
    return "scope: {datasets: [INDICATORS], indicators: [\"%s\"]}".formatted(indicator);
  }

  private long statements(String document) {
    StatementCount count = partners.sightline().get(StatementCount.class);
    count.reset();
    JsonNode _ = partners.ask(Partners.HULL_OWNER, document);
    return count.total();
  }

  private List<String> recipients(String arguments) {
    return partners
        .ask(Partners.HULL_OWNER, GRANTS.formatted(arguments))
        .get("whoSeesOurs")
        .findValuesAsText("code");
  }

  private String preview(String subject, String scope) {
    return partners
        .ask(new Viewer(subject), PREVIEW.formatted(scope))
        .get("sharingPreview")
        .toString();
  }

  private void protocolWithYork() {
    String id =
        partners
            .change(
                Partners.HULL_OWNER,
                "proposeSharingProtocol",
                "{name: \"Family\", text: \"We share.\", purpose: \"comparison\", invited: [\"e06000014\"], scope: {datasets: [INDICATORS]}}",
                "sharingProtocol { id }")
            .at("/sharingProtocol/id")
            .asText();
    for (var viewer : List.of(Partners.HULL_OWNER, Partners.YORK_OWNER)) {
      JsonNode _ =
          partners.change(
              viewer,
              "signSharingProtocol",
              "{id: \"%s\", signedAs: \"Director\"}".formatted(id),
              "sharingProtocol { id }");
    }
  }
}
