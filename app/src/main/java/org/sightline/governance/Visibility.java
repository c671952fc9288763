package org.sightline.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/**
 * Who sees a record.
 *
 * @param embargoedUntil null for every class but EMBARGOED
 */
public record Visibility(AccessClass accessClass, @Nullable OffsetDateTime embargoedUntil) {
  private static final String EMBARGOED_UNTIL = "embargoedUntil";

  public static Visibility read(ResultSet row) throws SQLException {
    return new Visibility(
        AccessClass.valueOf(row.getString("access_class")),
        row.getObject("embargoed_until", OffsetDateTime.class));
  }

  /**
   * What a member asks for a new record: only a data owner publishes, at once or later.
   *
   * @param errors is told what is wrong; then it is not to be kept
   */
  public static Visibility read(Input input, Member member, UserErrors errors) {
    AccessClass wanted = input.choice("accessClass", AccessClass.class);
    @Nullable OffsetDateTime until = input.instant(EMBARGOED_UNTIL);
    errors.addIf(
        (wanted == AccessClass.PUBLISHED || wanted == AccessClass.EMBARGOED)
            && !member.has(Role.DATA_OWNER),
        "accessClass",
        "NOT_ALLOWED",
        "Only a data owner publishes, at once or at the end of an embargo: record it as COUNCIL_ONLY or SHARED.");
    errors.addIf(
        (wanted == AccessClass.EMBARGOED) != (until != null),
        EMBARGOED_UNTIL,
        "NOT_ALLOWED",
        "embargoedUntil goes with the class EMBARGOED, and only with it.");
    errors.addIf(
        until != null && !until.toInstant().isAfter(Instant.now()),
        EMBARGOED_UNTIL,
        "NOT_ALLOWED",
        "An embargo ends in the future: embargoedUntil has passed.");
    return new Visibility(wanted, until);
  }
}
