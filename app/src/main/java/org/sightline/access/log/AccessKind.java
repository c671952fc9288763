package org.sightline.access.log;

/** What an entry tells. */
public enum AccessKind {
  /** A whole read. */
  READ,
  /** A stream began. */
  STARTED,
  /** A stream ended. */
  ENDED
}
