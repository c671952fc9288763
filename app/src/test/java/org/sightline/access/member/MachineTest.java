package org.sightline.access.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.access.world.KeycloakWorld.HULL_OWNER;
import static org.sightline.access.world.KeycloakWorld.YORK_OWNER;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sightline.access.keycloak.KeycloakClients;
import org.sightline.access.world.KeycloakWorld;
import org.sightline.access.world.Web;

/** Machine clients with real tokens. */
final class MachineTest {
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
  void asksWithItsOwnTokenUntilItIsRevoked() {
    JsonNode made = asked.makeMachine(HULL_OWNER, "Reporting tool", "ANALYST");
    assertThat(made.at("/member/state").asText()).isEqualTo("ACTIVE");
    assertThat(made.at("/member/kind").asText()).isEqualTo("MACHINE");
    assertThat(made.at("/credentials/tokenAddress").asText())
        .isEqualTo(world.web().issuer() + "/protocol/openid-connect/token");
    String token = token(made);
    Web.Reply reply = world.askOverHttp(token, "{ viewer { name machine roles } }");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().at("/data/viewer").toString())
        .isEqualTo("{\"name\":\"Reporting tool\",\"machine\":true,\"roles\":[\"ANALYST\"]}");

    JsonNode revoked = asked.revoke(HULL_OWNER, made.at("/member/id").asText());
    assertThat(revoked.at("/member/state").asText()).isEqualTo("REVOKED");
    assertThat(revoked.path("keycloakNotice").isNull()).isTrue();
    assertThat(world.askOverHttp(token, "{ viewer { name } }").status()).isEqualTo(403);
    assertThat(tokenReply(made.path("credentials")).status()).isEqualTo(401);
  }

  @Test
  void keepsItsSecretToItselfAndTakesANewOne() {
    JsonNode made = asked.makeMachine(HULL_OWNER, "Rotating tool", "CONTRIBUTOR");
    String secret = made.at("/credentials/secret").asText();
    assertThat(secret).hasSizeGreaterThan(30);
    assertThat(asked.members(HULL_OWNER).toString()).doesNotContain(secret);
    JsonNode rotated = asked.rotate(HULL_OWNER, made.at("/member/id").asText());
    assertThat(rotated.at("/credentials/secret").asText()).isNotEqualTo(secret);
    assertThat(tokenReply(made.path("credentials")).status()).isEqualTo(401);
    assertThat(tokenReply(rotated.path("credentials")).status()).isEqualTo(200);
    String id = asked.id(HULL_OWNER, "hull-analyst");
    assertThat(Asked.error(asked.rotate(HULL_OWNER, id))).isEqualTo("NOT_FOUND");
    assertThat(Asked.error(asked.rotate(YORK_OWNER, made.at("/member/id").asText())))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void signsInInNoOtherWay() {
    JsonNode made = asked.makeMachine(HULL_OWNER, "Narrow tool", "ANALYST");
    JsonNode client =
        world
            .administer("GET", "/clients?clientId=" + made.at("/credentials/clientId").asText(), "")
            .path(0);
    assertThat(client.path("standardFlowEnabled").asBoolean()).isFalse();
    assertThat(client.path("implicitFlowEnabled").asBoolean()).isFalse();
    assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
    assertThat(client.path("publicClient").asBoolean()).isFalse();
    assertThat(client.path("fullScopeAllowed").asBoolean()).isFalse();
    assertThat(client.path("serviceAccountsEnabled").asBoolean()).isTrue();
  }

  @Test
  void decidesNothing() {
    JsonNode payload = asked.makeMachine(HULL_OWNER, "Bold tool", "ANALYST, DATA_OWNER");
    assertThat(Asked.error(payload)).isEqualTo("NOT_ALLOWED");
    assertThat(payload.path("credentials").isNull()).isTrue();
  }

  @Test
  void isNotMadeWhileKeycloakIsAway() {
    world.relay().cut();
    JsonNode answer = world.answer(HULL_OWNER, Asked.makingMachine("No tool", "ANALYST"));
    world.relay().mend();
    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("UNAVAILABLE");
    assertThat(answer.path("data").isNull()).isTrue();
    assertThat(asked.members(HULL_OWNER).findValuesAsText("name")).doesNotContain("No tool");
  }

  @Test
  void leavesNoClientBehindWhoseRowWasNotKept() {
    KeycloakClients clients = world.get(KeycloakClients.class);
    KeycloakClients.Made orphan = clients.make("e06000010-machine-0123456789ab", "Orphan");
    Web.Reply token = world.web().machineToken("e06000010-machine-0123456789ab", orphan.secret());
    assertThat(
            world
                .askOverHttp(token.body().path("access_token").asText(), "{ viewer { name } }")
                .status())
        .isEqualTo(403);
    JsonNode made = asked.makeMachine(HULL_OWNER, "Next tool", "ANALYST");
    assertThat(clients.beginningWith("e06000010-machine-"))
        .doesNotContain("e06000010-machine-0123456789ab")
        .contains(made.at("/credentials/clientId").asText());
  }

  @Test
  void removesTheClientWhereTheOperationIsNotKept() {
    KeycloakClients clients = world.get(KeycloakClients.class);
    world.execute(
        """
        CREATE FUNCTION refuse_it() RETURNS trigger LANGUAGE plpgsql
          AS $$ BEGIN RAISE EXCEPTION 'refused by the test'; END $$;
        CREATE TRIGGER refuse_it BEFORE INSERT ON member FOR EACH ROW
          WHEN (NEW.name = 'Refused tool') EXECUTE FUNCTION refuse_it()
        """);
    int before = clients.beginningWith("e06000010-machine-").size();
    JsonNode answer = world.answer(HULL_OWNER, Asked.makingMachine("Refused tool", "ANALYST"));
    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("INTERNAL");
    assertThat(clients.beginningWith("e06000010-machine-").size()).isLessThanOrEqualTo(before);
  }

  @Test
  void isRevokedAtOnceThoughKeycloakIsAwayAndDisabledWhenAskedAgain() {
    JsonNode made = asked.makeMachine(HULL_OWNER, "Late tool", "ANALYST");
    String id = made.at("/member/id").asText();
    String token = token(made);
    assertThat(world.askOverHttp(token, "{ viewer { name } }").status()).isEqualTo(200);
    world.relay().cut();
    JsonNode first = asked.revoke(HULL_OWNER, id);
    assertThat(first.path("keycloakNotice").asText())
        .startsWith("Keycloak does not answer.")
        .endsWith("Revoke the member again to have it tried again.");
    assertThat(world.askOverHttp(token, "{ viewer { name } }").status()).isEqualTo(403);
    world.relay().mend();
    assertThat(tokenReply(made.path("credentials")).status()).isEqualTo(200);
    JsonNode again = asked.revoke(HULL_OWNER, id);
    assertThat(again.path("keycloakNotice").isNull()).isTrue();
    assertThat(tokenReply(made.path("credentials")).status()).isEqualTo(401);
  }

  private static Web.Reply tokenReply(JsonNode credentials) {
    return world
        .web()
        .machineToken(credentials.path("clientId").asText(), credentials.path("secret").asText());
  }

  private static String token(JsonNode made) {
    return tokenReply(made.path("credentials")).body().path("access_token").asText();
  }
}
