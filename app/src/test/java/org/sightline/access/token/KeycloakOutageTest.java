package org.sightline.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.token.SignInServer.Reply;
import org.sightline.local.TestKeycloak;

/** Sightline while a real Keycloak cannot be reached. */
final class KeycloakOutageTest {
  private final TestKeycloak keycloak = TestKeycloak.shared();
  private final Relay relay = new Relay(URI.create(keycloak.baseUrl()).getPort());
  private final String issuer = "http://127.0.0.1:" + relay.port() + "/realms/sightline";
  private SignInServer server;

  @BeforeEach
  void start() {
    server = new SignInServer(issuer);
  }

  @AfterEach
  void stop() {
    server.close();
    relay.close();
  }

  @Test
  void goesOnWithTheKeysThatItKnows() {
    String token = token();
    assertThat(server.askWith(token).status()).isEqualTo(200);
    relay.cut();
    assertThat(server.askWith(token).status()).isEqualTo(200);
    TokenMaker stranger = new TokenMaker(TokenMaker.newKey(), issuer, keycloak.audience());
    for (int i = 0; i < 5; i++) {
      assertThat(server.askWith(stranger.token()).status()).isEqualTo(401);
    }
    assertThat(server.askWith(token).status()).isEqualTo(200);
  }

  @Test
  void callsNoGoodTokenBadThatItCannotCheck() throws Exception {
    String token = token();
    relay.cut();
    Reply reply = server.askWith(token);
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.headers().get("retry-after")).isEqualTo("5");
    assertThat(reply.body())
        .contains("Sign-in cannot be checked just now: try again in a moment.")
        .contains("UNAVAILABLE");
    assertThat(reply.statements()).isZero();
    assertThat(server.askWith("abc").status()).isEqualTo(401);
    assertThat(server.ask().status()).isEqualTo(200);
    relay.mend();
    Thread.sleep(1_100);
    assertThat(server.askWith(token).status()).isEqualTo(200);
  }

  private String token() {
    return KeycloakAdministration.machineToken(issuer, "hull-power-bi", "demonstration-machine");
  }
}
