package org.sightline.indicator;

import java.util.Collection;
import java.util.Collections;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/**
 * Who may see a row, the widest circle first. What was embargoed is published once its instant has
 * passed.
 */
public enum AccessClass {
  PUBLISHED,
  SHARED,
  EMBARGOED,
  COUNCIL_ONLY;

  /** Whether everybody sees it, now or when its embargo ends: nobody can take that back. */
  public boolean isForEverybody() {
    return this == PUBLISHED || this == EMBARGOED;
  }

  /** Whether a member may give it to what is their own organisation's. */
  public boolean mayBeGivenBy(Member member) {
    return !isForEverybody() || member.has(Role.DATA_OWNER);
  }

  /** The class of what is made of parts: that of the part which the fewest may see. */
  static AccessClass strictest(Collection<AccessClass> parts) {
    return Collections.max(parts);
  }
}
