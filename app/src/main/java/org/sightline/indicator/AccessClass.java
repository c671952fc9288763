package org.sightline.indicator;

import java.util.Collection;
import java.util.Collections;

/**
 * Who may see a row, the widest circle first. What was embargoed is published once its instant has
 * passed.
 */
public enum AccessClass {
  PUBLISHED,
  SHARED,
  EMBARGOED,
  COUNCIL_ONLY;

  /** The class of what is made of parts: that of the part which the fewest may see. */
  static AccessClass strictest(Collection<AccessClass> parts) {
    return Collections.max(parts);
  }
}
