package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Viewer;

/** Each wrong term is told in a sentence, and then nothing has been written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongTermsTest {
  private static final String SCOPE = "scope: {datasets: [INDICATORS]}";
  private static final String SIDES = "owner: \"e06000010\", recipient: \"yorkshire\"";

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

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{owner: \"e06000011\", recipient: \"yorkshire\", SCOPE, PURPOSE} | owner | UNKNOWN_ORGANISATION | No organisation has the code 'e06000011'. Did you mean 'e06000010' or 'e06000014'? { organisations { code name } } lists them.",
        "{owner: \"e06000010\", recipient: \"yorkshir\", SCOPE, PURPOSE} | recipient | UNKNOWN_ORGANISATION | No organisation has the code 'yorkshir'. Did you mean 'yorkshire'? { organisations { code name } } lists them.",
        "{owner: \"e06000010\", recipient: \"e06000010\", SCOPE, PURPOSE} | recipient | NOT_ALLOWED | The recipient must be another organisation than the owner.",
        "{owner: \"yorkshire\", recipient: \"e06000010\", SCOPE, PURPOSE} | owner | NOT_ALLOWED | Only a council shares its data by an agreement, and Yorkshire partnership is none.",
        "{owner: \"e06000010\", recipient: \"operations\", SCOPE, PURPOSE} | recipient | NOT_ALLOWED | Who runs the platform is no recipient: the operator sees published data only.",
        "{owner: \"e06000014\", recipient: \"yorkshire\", SCOPE, PURPOSE} | null | NOT_ALLOWED | Propose for your own organisation, e06000010: as owner or as recipient.",
        "{SIDES, person: \"ADVISER\", SCOPE, PURPOSE} | person | UNKNOWN_PERSON | Name a person of Yorkshire partnership whom you may see: one of its advisers, or a colleague of yours.",
        "{SIDES, person: \"nonsense\", SCOPE, PURPOSE} | person | UNKNOWN_PERSON | Name a person of Yorkshire partnership whom you may see: one of its advisers, or a colleague of yours.",
        "{owner: \"e06000010\", recipient: \"dfe\", person: \"FORMER\", SCOPE, PURPOSE} | person | UNKNOWN_PERSON | Name a person of Department for Education whom you may see: one of its advisers, or a colleague of yours.",
        "{SIDES, SCOPE, purpose: \"  \"} | purpose | EMPTY | Write something into purpose.",
        "{SIDES, SCOPE, purpose: \"a\\u0000b\"} | purpose | NOT_ALLOWED | purpose holds a control character; only tabs and ends of lines are allowed.",
        "{SIDES, scope: {datasets: []}, PURPOSE} | scope.datasets | EMPTY | Name one dataset or more of INDICATORS, INSPECTIONS, PLANS and AUDITS.",
        "{SIDES, scope: {datasets: [INDICATORS], indicators: []}, PURPOSE} | scope.indicators | EMPTY | Name one indicator or more, or leave indicators out for all.",
        "{SIDES, scope: {datasets: [INDICATORS], indicators: [\"re-referrals-percnt\"]}, PURPOSE} | scope.indicators | UNKNOWN_INDICATOR | No indicator has the code 're-referrals-percnt'. Did you mean 're-referrals-percent' or",
        "{SIDES, scope: {datasets: [INDICATORS], indicators: [\"children-in-need-rate\", \"children-in-need-started\"]}, PURPOSE} | scope.indicators | DERIVED_INDICATOR | children-in-need-rate is calculated from children-in-need-at-31-march and population-aged-0-to-17: name children-in-need-at-31-march instead, and who sees that sees the rate.",
        "{SIDES, scope: {datasets: [INDICATORS], periodsFrom: \"2025-01-01\", periodsTo: \"2024-12-31\"}, PURPOSE} | scope.periodsTo | WRONG_ORDER | periodsTo must not be earlier than periodsFrom.",
        "{SIDES, scope: {datasets: [INDICATORS], periodsFrom: \"0001-01-01\"}, PURPOSE} | scope.periodsFrom | NOT_ALLOWED | periodsFrom must lie in the years 1900 to 9999.",
        "{SIDES, scope: {datasets: [INDICATORS, INSPECTIONS, PLANS], indicators: [\"re-referrals-percent\"]}, PURPOSE} | scope.datasets | NARROWED | Only INDICATORS can be narrowed to indicators or periods: of INSPECTIONS and PLANS nothing would be seen. Share them by terms of their own, without indicators, periodsFrom and periodsTo.",
        "{SIDES, scope: {datasets: [PLANS], periodsFrom: \"2024-01-01\"}, PURPOSE} | scope.datasets | NARROWED | Only INDICATORS can be narrowed to indicators or periods: of PLANS nothing would be seen.",
        "{SIDES, scope: {datasets: [INDICATORS, PLANS], periodsTo: \"2024-01-01\"}, PURPOSE} | scope.datasets | NARROWED | Only INDICATORS can be narrowed to indicators or periods: of PLANS nothing would be seen.",
        "{SIDES, SCOPE, PURPOSE, validFrom: \"2030-01-01T00:00:00Z\", validTo: \"2030-01-01T00:00:00Z\"} | validTo | WRONG_ORDER | validTo must be later than validFrom.",
        "{SIDES, SCOPE, PURPOSE, validFrom: \"2020-01-01T00:00:00Z\"} | validTo | PAST | validTo has passed: an agreement must hold for some time to come.",
      })
  void isToldInASentence(String input, String field, String code, String message) {
    JsonNode payload = propose(Partners.HULL_OWNER, input);

    assertThat(payload.get("sharingAgreement").isNull()).isTrue();
    assertThat(payload.get("errors")).hasSize(1);
    assertThat(payload.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(payload.at("/errors/0/code").asText()).isEqualTo(code);
    assertThat(payload.at("/errors/0/message").asText()).startsWith(message);
    assertThat(partners.texts("SELECT count(*) FROM sharing_agreement")).containsExactly("0");
  }

  @Test
  void allOfThemAreToldAtOnce() {
    JsonNode payload =
        propose(
            Partners.HULL_OWNER,
            "{owner: \"x\", recipient: \"y\", scope: {datasets: []}, purpose: \"\", validTo: \"2020-01-01T00:00:00Z\"}");

    assertThat(payload.findValuesAsText("field"))
        .containsExactly("owner", "recipient", "validTo", "scope.datasets", "purpose");
  }

  @Test
  void aTextThatIsTooLongSaysHowLongItMayBe() {
    String purpose = "x".repeat(2_001);
    assertThat(
            propose(Partners.HULL_OWNER, "{SIDES, SCOPE, purpose: \"%s\"}".formatted(purpose))
                .at("/errors/0/message")
                .asText())
        .isEqualTo("purpose has 2001 characters and may have 2000.");
  }

  /** The recipient's data owner may name a colleague, of whom the owner's sees nothing. */
  @Test
  void aColleagueCanBeNamedByTheRecipientAlone() {
    String colleague = new GlobalId("Member", "10").encoded();
    String input = "{SIDES, SCOPE, PURPOSE, person: \"%s\"}".formatted(colleague);

    assertThat(propose(Partners.HULL_OWNER, input).at("/errors/0/code").asText())
        .isEqualTo("UNKNOWN_PERSON");
    JsonNode payload = propose(Partners.YORKSHIRE_OWNER, input);
    assertThat(payload.at("/sharingAgreement/person/name").asText()).isEqualTo("Yorkshire Analyst");
    partners.execute("DELETE FROM sharing_agreement");
  }

  private JsonNode propose(Viewer viewer, String input) {
    return partners.change(
        viewer,
        "proposeSharingAgreement",
        input
            .replace("SIDES", SIDES)
            .replace("SCOPE", SCOPE)
            .replace("PURPOSE", "purpose: \"comparison\"")
            .replace("ADVISER", new GlobalId("Member", "11").encoded())
            .replace("FORMER", new GlobalId("Member", "13").encoded()),
        "sharingAgreement { id person { name } }");
  }
}
