package org.sightline.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.indicator.AccessClass;
import org.sightline.indicator.Publishing;
import org.sightline.tenancy.Member;

/**
 * Who sees a record.
 *
 * @param embargoedUntil null for every class but EMBARGOED
 */
public record Visibility(AccessClass accessClass, @Nullable OffsetDateTime embargoedUntil) {
  public static Visibility read(ResultSet row) throws SQLException {
    return new Visibility(
        AccessClass.valueOf(row.getString("access_class")),
        row.getObject("embargoed_until", OffsetDateTime.class));
  }

  /**
   * What a member asks for a new record, as Publishing lets them.
   *
   * @param errors is told what is wrong; then it is not to be kept
   */
  public static Visibility read(Input input, Member member, UserErrors errors) {
    AccessClass wanted = input.choice("accessClass", AccessClass.class);
    @Nullable OffsetDateTime until = input.instant("embargoedUntil");
    Publishing.refuseToOthers(wanted, member, errors);
    Publishing.refuseWrongEmbargo(wanted, until, errors);
    return new Visibility(wanted, until);
  }
}
