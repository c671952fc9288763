package org.sightline.plan.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sightline.plan.CanonicalState;
import org.sightline.tenancy.Dataset;
import org.sightline.tenancy.SharedRecords;
import org.sightline.tenancy.Sql;
import org.sightline.tenancy.Sql.RowReader;

/** Status reports of plans in the viewer's sight, from PostgreSQL. */
@Singleton
class ReportStore {
  private static final String REPORTS = sql("reports.sql");
  private static final String OF_PLANS =
      REPORTS
          + " AND status_report.plan_id = ANY (?)"
          + " ORDER BY status_report.as_at DESC, status_report.revision DESC, status_report.id DESC";
  private static final String BY_KEY = REPORTS + " AND status_report.id = ANY (?)";
  private static final String LINES = sql("report-lines.sql");
  private static final String PARTS = sql("report-parts.sql");
  private static final String ACTIONS = sql("report-actions.sql");

  private final Connection connection;

  ReportStore(Connection connection) {
    this.connection = connection;
  }

  /** Every revision, the newest first. */
  List<StatusReport> ofPlans(Collection<Integer> planKeys) {
    return Sql.list(connection, OF_PLANS, counted(ReportStore::report), planKeys);
  }

  Optional<StatusReport> find(int key) {
    return byKey(List.of(key)).stream().findFirst();
  }

  List<StatusReport> byKey(Collection<Integer> keys) {
    return Sql.list(connection, BY_KEY, counted(ReportStore::report), keys);
  }

  /** In the statuses' order. */
  List<ReportLine> lines(Collection<Integer> reportKeys) {
    return Sql.list(connection, LINES, counted(ReportStore::line), reportKeys);
  }

  /** In the reports' own order. */
  List<ReportPart> parts(Collection<Integer> reportKeys) {
    return Sql.list(connection, PARTS, counted(ReportStore::part), reportKeys);
  }

  /** In the order of workstreams and references. */
  List<ReportedAction> actions(Collection<Integer> reportKeys) {
    return Sql.list(connection, ACTIONS, counted(ReportStore::action), reportKeys);
  }

  private static <T> RowReader<T> counted(RowReader<T> reader) {
    return SharedRecords.of(Dataset.PLANS, reader);
  }

  private static StatusReport report(ResultSet row) throws SQLException {
    return new StatusReport(
        row.getInt("id"),
        row.getInt("plan_id"),
        row.getInt("scheme_id"),
        row.getObject("as_at", LocalDate.class),
        row.getString("as_at_precision"),
        row.getInt("revision"),
        row.getBoolean("is_newest_revision"),
        row.getString("title"),
        Sql.nullableInteger(row, "stated_total"),
        row.getString("made_from").equals("ACTIONS"),
        row.getString("source"),
        row.getString("paragraph"),
        row.getString("issued_by_name"),
        row.getObject("issued_at", OffsetDateTime.class));
  }

  private static ReportLine line(ResultSet row) throws SQLException {
    return new ReportLine(
        row.getInt("report_id"),
        Sql.nullableInteger(row, "workstream_id"),
        new StatedStatus(
            row.getString("status_code"),
            row.getString("status_name"),
            row.getString("status_meaning"),
            CanonicalState.valueOf(row.getString("state")),
            row.getInt("position")),
        row.getInt("actions"));
  }

  private static ReportPart part(ResultSet row) throws SQLException {
    return new ReportPart(
        row.getInt("report_id"),
        row.getInt("workstream_id"),
        row.getInt("position"),
        row.getString("name"),
        row.getString("theme_code"),
        Sql.nullableInteger(row, "stated_total"));
  }

  private static ReportedAction action(ResultSet row) throws SQLException {
    return new ReportedAction(
        row.getInt("report_id"),
        row.getInt("action_id"),
        row.getInt("workstream_id"),
        row.getString("reference"),
        row.getString("text"),
        row.getString("status_code"),
        CanonicalState.valueOf(row.getString("state")),
        row.getObject("original_due_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("completed_on", LocalDate.class),
        row.getBoolean("has_impact"),
        row.getInt("times_re_dated"),
        row.getInt("times_reopened"));
  }

  private static String sql(String fileName) {
    return Sql.beside(ReportStore.class, fileName);
  }
}
