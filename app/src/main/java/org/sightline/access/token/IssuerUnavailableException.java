package org.sightline.access.token;

import java.time.Duration;

/** There is nobody to say who people are. The message is one sentence for an operator. */
public final class IssuerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private IssuerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  static IssuerUnavailableException silent(String issuer, Duration waited, Exception cause) {
    return new IssuerUnavailableException(
        "Keycloak did not give the keys of %s within %d seconds (%s): is it running, and is SIGHTLINE_KEYCLOAK_ISSUER right?"
            .formatted(issuer, waited.toSeconds(), cause.getMessage()),
        cause);
  }

  static IssuerUnavailableException wrong(String issuer, Exception cause) {
    return new IssuerUnavailableException(
        "SIGHTLINE_KEYCLOAK_ISSUER is %s, but %s: the two must be the same to the letter."
            .formatted(issuer, cause.getMessage()),
        cause);
  }
}
