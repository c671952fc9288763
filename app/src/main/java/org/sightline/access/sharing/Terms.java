package org.sightline.access.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * On which terms it is shared. They never change.
 *
 * @param foiAnsweredBy who answers a freedom-of-information request
 * @param validTo the first instant without access
 */
public record Terms(
    Scope scope,
    String purpose,
    OnwardPublication onwardPublication,
    SharingSide foiAnsweredBy,
    OffsetDateTime validFrom,
    OffsetDateTime validTo) {

  /** The terms in the columns that agreements and protocols both have. */
  public static Terms of(ResultSet row) throws SQLException {
    return new Terms(
        Scope.of(row),
        row.getString("purpose"),
        OnwardPublication.valueOf(row.getString("onward_publication")),
        SharingSide.valueOf(row.getString("foi_answered_by")),
        row.getObject("valid_from", OffsetDateTime.class),
        row.getObject("valid_to", OffsetDateTime.class));
  }
}
