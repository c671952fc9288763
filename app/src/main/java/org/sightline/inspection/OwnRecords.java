package org.sightline.inspection;

import org.sightline.graphql.UserErrors;
import org.sightline.indicator.AccessClass;
import org.sightline.indicator.Publishing;
import org.sightline.inspection.framework.Framework;
import org.sightline.inspection.framework.InspectionType;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Forbidden;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Who writes records, and in which classes. */
final class OwnRecords {
  private OwnRecords() {}

  /**
   * The member, who is a contributor of a council.
   *
   * @throws Forbidden for anybody else
   */
  static Member requireContributor() {
    Member member = BoundViewer.current().require(Role.CONTRIBUTOR);
    if (member.councilKey() == null) {
      throw new Forbidden("Only councils record what their inspections found.");
    }
    return member;
  }

  /** The class of what is recorded: to publish takes a data owner, an embargo another mutation. */
  static AccessClass accessClass(Written written, Member member) {
    AccessClass asked = written.choice("accessClass", AccessClass.class, AccessClass.COUNCIL_ONLY);
    written.wrongIf(
        asked == AccessClass.EMBARGOED,
        "accessClass",
        "NOT_ALLOWED",
        "Record it as COUNCIL_ONLY, and let a data owner embargo it by changeRecordAccess.");
    if (asked != AccessClass.EMBARGOED) {
      Publishing.refuseToOthers(asked, member, written.errors());
    }
    return asked;
  }

  /** Refuses to let more see a graded inspection than an agreement lets. */
  static void refuseToPublishGrades(
      AccessClass accessClass, InspectionType type, Framework framework, UserErrors errors) {
    errors.addIf(
        type.isGraded() && accessClass.isForEverybody(),
        "accessClass",
        "NOT_ALLOWED",
        "%s publishes the grades of its inspections, not the council: a '%s' of your own records is COUNCIL_ONLY or SHARED."
            .formatted(framework.body(), type.name()));
  }

  static void notFound(UserErrors errors, String field, String what) {
    errors.add(field, "NOT_FOUND", "There is no %s of your council of that id.".formatted(what));
  }

  static void changed(UserErrors errors, int now) {
    errors.add(
        "version",
        "VERSION_CHANGED",
        "Somebody has changed it meanwhile: it is version %d now. Look again before you change it."
            .formatted(now));
  }
}
