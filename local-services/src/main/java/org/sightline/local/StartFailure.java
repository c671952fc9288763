package org.sightline.local;

/**
 * PostgreSQL, Keycloak or Sightline cannot start; the message is one sentence that says why and
 * what to do.
 */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFailure(String sentence) {
    super(sentence);
  }

  StartFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
