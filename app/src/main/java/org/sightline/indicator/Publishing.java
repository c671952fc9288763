package org.sightline.indicator;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.Member;

/**
 * Who publishes, and when an embargo ends: the same for everything that has a class. The database's
 * policies refuse underneath.
 */
public final class Publishing {
  /** The rule in words, for sentences that go on with what to do instead. */
  public static final String OF_DATA_OWNERS =
      "Only a data owner publishes, at once or at the end of an embargo";

  private static final String EMBARGOED_UNTIL = "embargoedUntil";

  private Publishing() {}

  /** Refuses to let a member give a new record a class that is not theirs to give. */
  public static void refuseToOthers(AccessClass wanted, Member member, UserErrors errors) {
    errors.addIf(
        !wanted.mayBeGivenBy(member),
        "accessClass",
        "NOT_ALLOWED",
        OF_DATA_OWNERS + ": record it as COUNCIL_ONLY or SHARED.");
  }

  /**
   * Refuses an instant without an embargo, an embargo without an instant, and one that has ended.
   *
   * @param until null where nothing is said
   */
  public static void refuseWrongEmbargo(
      AccessClass wanted, @Nullable OffsetDateTime until, UserErrors errors) {
    errors.addIf(
        (wanted == AccessClass.EMBARGOED) != (until != null),
        EMBARGOED_UNTIL,
        "NOT_ALLOWED",
        "embargoedUntil goes with the class EMBARGOED, and with no other.");
    errors.addIf(
        until != null && !until.toInstant().isAfter(Instant.now()),
        EMBARGOED_UNTIL,
        "PAST",
        "An embargo ends in the future: embargoedUntil has passed.");
  }
}
