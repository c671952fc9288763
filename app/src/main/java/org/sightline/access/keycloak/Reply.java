package org.sightline.access.keycloak;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of Keycloak.
 *
 * @param body missing where there is none
 * @param location where a thing was made, empty where none was
 */
record Reply(int status, JsonNode body, String location) {
  /**
   * This answer, where it is a success or one of some other statuses.
   *
   * @throws KeycloakFailure otherwise
   */
  Reply accept(int... others) {
    if (status / 100 == 2) {
      return this;
    }
    for (int other : others) {
      if (status == other) {
        return this;
      }
    }
    throw KeycloakFailure.refused(status, reason());
  }

  /** Keycloak's own words on why it refuses. */
  String reason() {
    String message = body.path("errorMessage").asText();
    return message.isEmpty() ? body.path("error").asText() : message;
  }

  /** The last part of the location: the id of what was made. */
  String madeId() {
    if (location.isEmpty()) {
      throw KeycloakFailure.refused(status, "it does not say what it has made");
    }
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
