package org.sightline.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Sql;

/** Reads plans and what hangs on them from rows of this room's statements. */
final class PlanRows {
  private PlanRows() {}

  static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        row.getInt("id"),
        row.getInt("owner_organisation_id"),
        row.getInt("council_id"),
        AccessClass.valueOf(row.getString("access_class")),
        row.getObject("embargoed_until", OffsetDateTime.class),
        row.getString("name"),
        PlanKind.valueOf(row.getString("kind")),
        PlanState.valueOf(row.getString("state")),
        row.getInt("scheme_id"),
        Sql.nullableInteger(row, "parent_plan_id"),
        Sql.nullableInteger(row, "parent_action_id"),
        Sql.nullableInteger(row, "inspection_id"),
        day(row, "starts_on"),
        day(row, "ends_on"),
        day(row, "drafted_on"),
        day(row, "finalised_on"),
        row.getString("source"),
        row.getString("paragraph"),
        row.getString("created_by_name"),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("changed_at", OffsetDateTime.class),
        row.getInt("version"));
  }

  static Workstream workstream(ResultSet row) throws SQLException {
    return new Workstream(
        row.getInt("id"),
        row.getInt("plan_id"),
        row.getInt("owner_organisation_id"),
        row.getInt("scheme_id"),
        row.getInt("position"),
        row.getString("name"),
        row.getString("theme_code"),
        row.getString("lead_role"),
        row.getInt("version"));
  }

  static Action action(ResultSet row) throws SQLException {
    return new Action(
        row.getInt("id"),
        row.getInt("plan_id"),
        row.getInt("workstream_id"),
        row.getInt("owner_organisation_id"),
        row.getInt("scheme_id"),
        new ActionPlace(
            row.getInt("workstream_position"),
            row.getInt("workstream_id"),
            row.getString("in_order"),
            row.getInt("id")),
        row.getString("reference"),
        row.getString("text"),
        row.getString("owner_role"),
        day(row, "original_due_on"),
        day(row, "due_on"),
        row.getString("status_code"),
        day(row, "started_on"),
        day(row, "completed_on"),
        day(row, "impact_on"),
        row.getObject("removed_at", OffsetDateTime.class),
        row.getInt("times_re_dated"),
        row.getInt("times_reopened"),
        row.getString("source"),
        row.getString("paragraph"),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("changed_at", OffsetDateTime.class),
        row.getInt("version"));
  }

  static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static LocalDate requiredDay(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(day(row, column), column);
  }
}
