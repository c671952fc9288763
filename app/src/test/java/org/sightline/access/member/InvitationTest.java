package org.sightline.access.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.access.world.KeycloakWorld.HULL_ANALYST;
import static org.sightline.access.world.KeycloakWorld.HULL_OWNER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.access.world.KeycloakWorld;
import org.sightline.access.world.Visitor;
import org.sightline.access.world.Web;
import org.sightline.tenancy.Viewer;

/** Invitations by real e-mails of a real Keycloak. */
final class InvitationTest {
  private static KeycloakWorld world;
  private static Asked asked;

  @BeforeAll
  static void start() {
    world = KeycloakWorld.start();
    asked = new Asked(world);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void sendsALinkAndKnowsThePersonAsInvited() {
    String email = Names.email();
    JsonNode payload =
        asked.invite(HULL_OWNER, " Ida Holm ", email.toUpperCase(Locale.ROOT), "ANALYST");
    assertThat(payload.at("/member/state").asText()).isEqualTo("INVITED");
    assertThat(payload.at("/member/name").asText()).isEqualTo("Ida Holm");
    assertThat(payload.at("/member/email").asText()).isEqualTo(email);
    assertThat(payload.at("/member/acceptedAt").isNull()).isTrue();
    assertThat(world.mailbox().to(email)).hasSize(1);
    assertThat(world.mailbox().link(email)).startsWith(world.web().issuer()).contains("token=");
    assertThat(asked.members(HULL_ANALYST).findValuesAsText("email")).contains(email);
  }

  @Test
  void sendsAnOpenInvitationAgain() {
    String email = Names.email();
    JsonNode first = asked.invite(HULL_OWNER, "Twice Asked", email, "ANALYST, CONTRIBUTOR");
    JsonNode again = asked.invite(HULL_OWNER, "Twice Asked", email, "CONTRIBUTOR, ANALYST");
    assertThat(again.at("/member/id")).isEqualTo(first.at("/member/id"));
    assertThat(world.mailbox().to(email)).hasSize(2);
    assertThat(Asked.error(asked.invite(HULL_OWNER, "Twice Asked", email, "DATA_OWNER")))
        .isEqualTo("INVITED_OTHERWISE");
    assertThat(world.mailbox().to(email)).hasSize(2);
  }

  @Test
  void makesAMemberOfWhoFollowsTheLinkAndSignsIn() {
    String email = Names.email();
    String id = asked.invite(HULL_OWNER, "Rosa New", email, "ANALYST").at("/member/id").asText();
    register(email);
    String token = world.web().token(email, "a-long-password", "openid");
    Web.Reply reply = world.askOverHttp(token, "{ viewer { name organisation { code } } }");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().at("/data/viewer/name").asText()).isEqualTo("Rosa New");
    assertThat(reply.body().at("/data/viewer/organisation/code").asText()).isEqualTo("e06000010");
    assertThat(Asked.error(asked.invite(HULL_OWNER, "Rosa New", email, "ANALYST")))
        .isEqualTo("ALREADY_A_MEMBER");
    revokeWithAndWithoutTheRight(id);
    assertThat(world.askOverHttp(token, "{ viewer { name } }").status()).isEqualTo(403);
  }

  private static void register(String email) {
    Map<String, String> form =
        Map.of("username", email, "email", email, "firstName", "Rosa", "lastName", "New");
    try (Visitor visitor = new Visitor()) {
      visitor.fillIn(world.mailbox().link(email), form);
      // Keycloak verifies the address by a second e-mail, and asks for a password then.
      assertThat(world.mailbox().to(email)).hasSize(2);
      visitor.fillIn(
          world.mailbox().link(email),
          Map.of("password-new", "a-long-password", "password-confirm", "a-long-password"));
    }
  }

  /** The database decides at once; the membership in Keycloak goes where the provisioner may. */
  private static void revokeWithAndWithoutTheRight(String id) {
    JsonNode first = asked.revoke(HULL_OWNER, id);
    assertThat(first.at("/member/state").asText()).isEqualTo("REVOKED");
    assertThat(first.path("keycloakNotice").asText()).contains("may not manage users");
    try (ProvisionerRight _ = ProvisionerRight.give(world, "manage-users")) {
      JsonNode again = asked.revoke(HULL_OWNER, id);
      assertThat(again.path("keycloakNotice").isNull()).isTrue();
      assertThat(again.at("/member/revokedAt")).isEqualTo(first.at("/member/revokedAt"));
    }
  }

  @Test
  void refusesSomebodyWhoseTokenClaimsAnotherOrganisation() {
    String token = world.web().token("hull-owner", "demonstration", "openid");
    String claiming =
        world.web().token("york-owner", "demonstration", "openid organization:e06000014");
    assertThat(world.askOverHttp(token, "{ viewer { name } }").status()).isEqualTo(200);
    assertThat(world.askOverHttp(claiming, "{ viewer { name } }").status()).isEqualTo(200);
    moveYorkOwnerTo("e06000010");
    try {
      assertThat(world.askOverHttp(claiming, "{ viewer { name } }").status()).isEqualTo(403);
    } finally {
      moveYorkOwnerTo("e06000014");
    }
  }

  @Test
  void keepsAnInvitationFromATokenThatClaimsAnotherOrganisation() {
    String email = Names.email();
    JsonNode _ = asked.invite(HULL_OWNER, "Two Hats", email, "ANALYST");
    Viewer ofYork = new Viewer("two-hats", Optional.of("e06000014"), Optional.of(email));
    assertThat(world.answer(ofYork, "{ viewer { name } }").at("/errors/0/extensions/code").asText())
        .isEqualTo("FORBIDDEN");
    assertThat(accepted(email)).containsExactly("f");
    Viewer ofHull = new Viewer("two-hats", Optional.of("e06000010"), Optional.of(email));
    assertThat(world.ask(ofHull, "{ viewer { name } }").at("/viewer/name").asText())
        .isEqualTo("Two Hats");
    assertThat(accepted(email)).containsExactly("t");
  }

  private static List<String> accepted(String email) {
    return world.texts(
        "SELECT accepted_at IS NOT NULL FROM member WHERE email = '%s'".formatted(email));
  }

  private static void moveYorkOwnerTo(String code) {
    world.execute(
        "UPDATE member SET organisation_id = (SELECT id FROM organisation WHERE code = '%s') WHERE name = 'york-owner'"
            .formatted(code));
  }

  @Test
  void keepsNobodyWhereTheInvitationIsNotSent() {
    String email = Names.email();
    world.relay().cut();
    JsonNode answer = world.answer(HULL_OWNER, Asked.inviting("Lost Soul", email, "ANALYST"));
    world.relay().mend();
    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("UNAVAILABLE");
    assertThat(answer.at("/errors/0/message").asText()).startsWith("Keycloak does not answer.");
    assertThat(asked.members(HULL_OWNER).findValuesAsText("email")).doesNotContain(email);
    assertThat(asked.invite(HULL_OWNER, "Lost Soul", email, "ANALYST").path("errors")).isEmpty();
    assertThat(world.mailbox().to(email)).hasSize(1);
  }

  @Test
  void withdrawsTheInvitationOfWhoIsRevokedBeforeSigningIn() {
    String email = Names.email();
    String id = asked.invite(HULL_OWNER, "Never Mind", email, "ANALYST").at("/member/id").asText();
    JsonNode revoked = asked.revoke(HULL_OWNER, id);
    assertThat(revoked.path("keycloakNotice").isNull()).isTrue();
    assertThat(asked.invite(HULL_OWNER, "Never Mind", email, "ANALYST").path("errors")).isEmpty();
    assertThat(world.mailbox().to(email)).hasSize(2);
  }

  @Test
  void tellsNoMoreOfAnotherOrganisationThanThatTheAddressIsTaken() {
    JsonNode payload =
        asked.invite(HULL_OWNER, "Tom Ridley", "york-owner@e06000014.example", "ANALYST");
    assertThat(Asked.error(payload)).isEqualTo("EMAIL_TAKEN");
    assertThat(payload.path("member").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'' | a@b.example | ANALYST | EMPTY",
        "One\\tTwo | a@b.example | ANALYST | NOT_ALLOWED",
        "One\\u202eTwo | a@b.example | ANALYST | NOT_ALLOWED",
        "One\\u0000Two | a@b.example | ANALYST | NOT_ALLOWED",
        "One Two | nobody | ANALYST | NO_EMAIL",
        "One Two | a b@c.example | ANALYST | NO_EMAIL",
        "One Two | a@b.example\\nBcc:c@d.example | ANALYST | NO_EMAIL",
        "One Two | a@b.example | '' | EMPTY",
        "One Two | a@b.example | ADVISER | NOT_ALLOWED",
        "One Two | a@b.example | OPERATOR | NOT_ALLOWED",
      },
      delimiter = '|')
  void saysWhatIsWrong(String name, String email, String roles, String code) {
    JsonNode payload = asked.invite(HULL_OWNER, name, email, roles);
    assertThat(Asked.error(payload)).isEqualTo(code);
    assertThat(payload.at("/errors/0/message").asText()).endsWith(".");
    assertThat(payload.path("member").isNull()).isTrue();
  }

  @Test
  void refusesNamesAndAddressesThatAreTooLong() {
    assertThat(Asked.error(asked.invite(HULL_OWNER, "n".repeat(201), "a@b.example", "ANALYST")))
        .isEqualTo("TOO_LONG");
    String long255 = "a@" + "b".repeat(61).concat(".").repeat(4) + "example";
    assertThat(Asked.error(asked.invite(HULL_OWNER, "One Two", long255, "ANALYST")))
        .isEqualTo("NO_EMAIL");
  }
}
