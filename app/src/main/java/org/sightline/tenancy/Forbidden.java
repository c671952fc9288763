package org.sightline.tenancy;

/** The member has not the role that this needs. */
public final class Forbidden extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message a sentence for the caller: what it needs, and whom to ask
   */
  public Forbidden(String message) {
    super(message);
  }

  /** The message for the caller. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
