package org.sightline.access.token;

/** A token is refused. The message is for the log: it holds no token, and one line at most. */
final class RefusedTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedTokenException(String reason) {
    super(reason);
  }

  RefusedTokenException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
