package org.sightline.access.sharing;

/** The two sides of an agreement. */
public enum SharingSide {
  /** Whose data it is. */
  OWNER,
  /** Who may see it. */
  RECIPIENT
}
