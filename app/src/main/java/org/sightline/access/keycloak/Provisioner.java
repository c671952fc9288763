package org.sightline.access.keycloak;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.sightline.graphql.UserErrors;

/** The service account by which Sightline works in Keycloak; an installation may have none. */
@Singleton
public final class Provisioner {
  private static final String REALMS = "/realms/";

  private final String issuer;
  private final String clientId;
  private final String secret;

  Provisioner(
      @Value("${sightline.keycloak.issuer:}") String issuer,
      @Value("${sightline.keycloak.provisioner.client-id:}") String clientId,
      @Value("${sightline.keycloak.provisioner.client-secret:}") String secret) {
    this.issuer = issuer.strip();
    this.clientId = clientId.strip();
    this.secret = secret.strip();
  }

  /** Notes, where this installation has none, that nothing can be done in Keycloak. */
  public void require(UserErrors errors) {
    errors.addIf(
        issuer.isEmpty() || clientId.isEmpty() || secret.isEmpty(),
        null,
        "NO_PROVISIONER",
        "This installation may not change anything in Keycloak: its operator must set"
            + " SIGHTLINE_KEYCLOAK_PROVISIONER_CLIENT_ID and"
            + " SIGHTLINE_KEYCLOAK_PROVISIONER_CLIENT_SECRET.");
  }

  /** Where tokens are asked for. */
  public String tokenAddress() {
    return issuer + "/protocol/openid-connect/token";
  }

  /** The realm's address in the admin REST API, without a slash at its end. */
  String adminAddress() {
    return issuer.replace(REALMS, "/admin" + REALMS);
  }

  String clientId() {
    return clientId;
  }

  String secret() {
    return secret;
  }
}
