package org.sightline.graphql;

/**
 * Another service that this needs does not do its part. Nothing of the operation is kept; the same
 * request can succeed later.
 */
public class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message a sentence for the caller: what has failed, and what can be done
   * @param cause for the log
   */
  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /** With the message alone. */
  public Unavailable(String message) {
    super(message);
  }

  /** The message for the caller. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
