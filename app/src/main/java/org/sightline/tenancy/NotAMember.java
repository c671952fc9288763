package org.sightline.tenancy;

/**
 * Somebody has signed in who is no member of an organisation here, or no longer, or of another one
 * than the token claims. The request ends with it.
 */
public final class NotAMember extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** For the log: the caller is told the same sentence for all reasons. */
  public NotAMember(String reason) {
    super(reason);
  }

  /** The message for the caller. */
  public String message() {
    return "You have signed in, but you are no member of an organisation here. Ask your"
        + " organisation's data owner to invite you.";
  }
}
