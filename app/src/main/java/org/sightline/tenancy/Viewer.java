package org.sightline.tenancy;

/**
 * Who is looking, as the database is told.
 *
 * @param subject never blank: a blank viewer is no viewer, and sees nothing
 */
public record Viewer(String subject) {
  /** Somebody without a token: sees published rows only. */
  public static final Viewer ANONYMOUS = new Viewer("anonymous");

  public Viewer {
    if (subject.isBlank()) {
      throw new IllegalArgumentException("A viewer has a subject.");
    }
  }
}
