package org.sightline.local;

import java.util.Map;

/** The settings by which the program finds its Keycloak, and the realm file's names behind them. */
final class KeycloakSettings {
  static final String ISSUER = "sightline.keycloak.issuer";
  static final String PORT = "sightline.keycloak.port";

  static final String AUDIENCE = "sightline-api";
  static final String PROVISIONER = "sightline-provisioner";
  static final String COMMAND_LINE = "sightline-cli";

  private KeycloakSettings() {}

  /** System properties for the program, about a Keycloak of our own on that port. */
  static Map<String, String> forProgram(int port, String provisionerSecret) {
    return Map.of(
        ISSUER,
        "http://127.0.0.1:" + port + "/realms/sightline",
        "sightline.keycloak.audience",
        AUDIENCE,
        "sightline.keycloak.provisioner.client-id",
        PROVISIONER,
        "sightline.keycloak.provisioner.client-secret",
        provisionerSecret,
        "sightline.keycloak.cli-client",
        COMMAND_LINE);
  }
}
