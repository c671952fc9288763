package org.sightline.tenancy;

import java.util.Optional;

/**
 * Who is looking, as the database is told. It grants nothing: the organisation, the roles and the
 * agreements of a viewer are read from the database at each request.
 *
 * @param subject never blank: a blank viewer is no viewer, and sees nothing
 * @param claimedOrganisation the organisation's code that the token names; one that is not the
 *     database's is refused
 * @param verifiedEmail the e-mail address that the sign-in service has verified: accepts an
 *     invitation, and does nothing else
 */
public record Viewer(
    String subject, Optional<String> claimedOrganisation, Optional<String> verifiedEmail) {
  /** Somebody without a token: sees published rows only. */
  public static final Viewer ANONYMOUS = new Viewer("anonymous");

  public Viewer {
    if (subject.isBlank()) {
      throw new IllegalArgumentException("A viewer has a subject.");
    }
  }

  /** A viewer of whom only the subject is known. */
  public Viewer(String subject) {
    this(subject, Optional.empty(), Optional.empty());
  }

  /** Whether nobody has signed in. */
  public boolean isAnonymous() {
    return equals(ANONYMOUS);
  }
}
