package org.sightline.graphql;

/**
 * There is no such thing for this viewer. The same whether it does not exist or is out of their
 * scope, so that nobody learns which.
 */
public final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message a sentence that repeats what was asked and adds nothing about what exists
   */
  public NotFound(String message) {
    super(message);
  }

  /** The message for the caller. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
