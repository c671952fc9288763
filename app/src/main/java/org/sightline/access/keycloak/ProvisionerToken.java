package org.sightline.access.keycloak;

import jakarta.inject.Singleton;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provisioner's access token, kept until shortly before its end. */
@Singleton
final class ProvisionerToken {
  private static final Duration MARGIN = Duration.ofSeconds(20);

  private final Provisioner provisioner;
  private final HttpExchange exchange;
  private @Nullable Token kept;

  private record Token(String value, Instant end) {}

  ProvisionerToken(Provisioner provisioner, HttpExchange exchange) {
    this.provisioner = provisioner;
    this.exchange = exchange;
  }

  /**
   * A token that still holds.
   *
   * @throws KeycloakFailure when none is given
   */
  synchronized String value() {
    Token token = kept;
    if (token == null || Instant.now().isAfter(token.end())) {
      token = fetch();
      kept = token;
    }
    return token.value();
  }

  /** The next one is a new one. */
  synchronized void forget() {
    kept = null;
  }

  private Token fetch() {
    Map<String, String> form =
        Map.of(
            "grant_type", "client_credentials",
            "client_id", provisioner.clientId(),
            "client_secret", provisioner.secret());
    Reply reply =
        exchange
            .send(
                HttpExchange.to(provisioner.tokenAddress())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(HttpExchange.encoded(form)))
                    .build())
            .accept();
    Duration life = Duration.ofSeconds(reply.body().path("expires_in").asLong());
    return new Token(
        reply.body().path("access_token").asText(), Instant.now().plus(life).minus(MARGIN));
  }
}
