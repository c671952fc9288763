package org.sightline.access.token;

import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;

/** The issuer's own document names another issuer: waiting does not help. */
final class WrongIssuerException extends JWKSetRetrievalException {
  private static final long serialVersionUID = 1L;

  WrongIssuerException(String message) {
    super(message, null);
  }
}
