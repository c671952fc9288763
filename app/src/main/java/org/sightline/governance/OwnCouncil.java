package org.sightline.governance;

import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Forbidden;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Members who keep records of their own council. */
public final class OwnCouncil {
  private OwnCouncil() {}

  /**
   * The member, who has a role and is a council's.
   *
   * @throws Forbidden otherwise
   */
  public static Member require(Role role) {
    Member member = BoundViewer.current().require(role);
    if (member.councilKey() == null) {
      throw new Forbidden(
          "Councils keep these records of themselves; your organisation, %s, is none."
              .formatted(member.organisationName()));
    }
    return member;
  }

  /** The council of such a member. */
  public static int key(Member member) {
    @Nullable Integer key = member.councilKey();
    if (key == null) {
      throw new IllegalStateException("A member without a council");
    }
    return key;
  }
}
