package org.sightline.intake;

/** A body above the limit; it is not read to its end. */
final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
