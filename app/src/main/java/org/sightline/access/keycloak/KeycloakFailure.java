package org.sightline.access.keycloak;

import org.sightline.graphql.Unavailable;

/** Keycloak has not done what it was asked. Its message is for the caller and names no secret. */
public final class KeycloakFailure extends Unavailable {
  private static final long serialVersionUID = 1L;

  private final int status;

  private KeycloakFailure(String message, int status) {
    super(message);
    this.status = status;
  }

  private KeycloakFailure(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  static KeycloakFailure silent(Throwable cause) {
    return new KeycloakFailure(
        "Keycloak does not answer. Try again in a moment; if it stays so, tell the operator.",
        cause);
  }

  /**
   * @param reason in Keycloak's own words, may be empty
   */
  static KeycloakFailure refused(int status, String reason) {
    String said = reason.isEmpty() ? "" : ": " + reason;
    return new KeycloakFailure(
        "Keycloak has refused (status %d%s). Tell the operator.".formatted(status, said), status);
  }

  /** Whether the provisioner lacks the right. */
  boolean isForbidden() {
    return status == 403;
  }
}
