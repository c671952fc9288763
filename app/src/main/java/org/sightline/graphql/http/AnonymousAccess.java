package org.sightline.graphql.http;

/** What somebody who has not signed in sees; the setting {@code sightline.anonymous}. */
public enum AnonymousAccess {
  /** Nothing: every request is refused. */
  NOTHING,
  /** Published figures. */
  PUBLISHED
}
