package org.sightline.graphql.http;

/** Tokens cannot be checked just now: a good one must not be called bad. */
public final class SignInUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SignInUnavailableException(Throwable cause) {
    super("Tokens cannot be checked just now.", cause);
  }
}
