package org.sightline.intake;

/** The body takes longer to come than anybody is waited for. */
final class TooSlowException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
