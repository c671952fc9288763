package org.sightline.plan.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** Issues reports of the own organisation's plans. Nothing here changes one. */
@Singleton
class ReportWritingStore {
  private static final String LOCK =
      "SELECT id FROM plan WHERE id = ? AND owner_organisation_id = ? FOR UPDATE";
  private static final String CHANGED_SINCE =
      """
      SELECT count(*) AS changed FROM action
      WHERE plan_id = ? AND owner_organisation_id = ? AND (changed_at AT TIME ZONE 'Europe/London')::date > ?
      """;
  private static final String PLAN_CHANGED_SINCE =
      """
      SELECT id FROM plan
      WHERE id = ? AND owner_organisation_id = ? AND (changed_at AT TIME ZONE 'Europe/London')::date > ?
      """;
  private static final String TOLD_AS_THE_PLAN_IS =
      """
      SELECT status_report.id FROM status_report JOIN plan ON plan.id = status_report.plan_id
      WHERE status_report.id = ? AND status_report.owner_organisation_id = ?
        AND (status_report.written_while = 'PUBLISHED' OR plan.access_class = 'COUNCIL_ONLY'
          OR (plan.access_class = 'SHARED' AND status_report.written_while = 'SHARED')
          OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until > now()))
      """;
  private static final String ADD = sql("add-report.sql");
  private static final String ADD_PARTS = sql("add-report-parts.sql");
  private static final String ADD_LINES = sql("add-report-lines.sql");
  private static final String ADD_ACTIONS = sql("add-report-actions.sql");

  private final Connection connection;

  ReportWritingStore(Connection connection) {
    this.connection = connection;
  }

  /** Waits until nobody else issues a report of the plan; false where it is not one's own. */
  boolean lock(int planKey, int organisation) {
    return !Sql.list(connection, LOCK, row -> row.getInt("id"), planKey, organisation).isEmpty();
  }

  /** How many actions have been changed after a day, or added. */
  int changedSince(int planKey, int organisation, LocalDate day) {
    return Sql.list(
            connection, CHANGED_SINCE, row -> row.getInt("changed"), planKey, organisation, day)
        .getFirst();
  }

  /** Whether the plan itself has been changed after a day, or recorded. */
  boolean isPlanChangedSince(int planKey, int organisation, LocalDate day) {
    return !Sql.list(
            connection, PLAN_CHANGED_SINCE, row -> row.getInt("id"), planKey, organisation, day)
        .isEmpty();
  }

  /** Whether everybody who sees its plan today sees a report as well. */
  boolean isToldAsThePlanIs(int reportKey, int organisation) {
    return !Sql.list(
            connection, TOLD_AS_THE_PLAN_IS, row -> row.getInt("id"), reportKey, organisation)
        .isEmpty();
  }

  /**
   * Adds a report as the next revision of its day.
   *
   * @param lines with the report's key 0
   * @return its key
   */
  int add(NewReport report, boolean isFromActions, List<ReportLine> lines, Member by) {
    int key =
        Sql.list(
                connection,
                ADD,
                row -> row.getInt("id"),
                report.asAt(),
                report.precision(),
                report.asAt(),
                report.title(),
                report.statedTotal(),
                isFromActions ? "ACTIONS" : "COUNTS",
                report.source(),
                report.paragraph(),
                by.id(),
                by.name(),
                report.planKey(),
                by.organisationId())
            .getFirst();
    addParts(key, report);
    addLines(key, report.planKey(), lines);
    if (isFromActions) {
      Sql.execute(connection, ADD_ACTIONS, key, report.asAt(), report.planKey());
    }
    return key;
  }

  private void addParts(int key, NewReport report) {
    List<Integer> workstreams = new ArrayList<>();
    List<@Nullable Integer> totals = new ArrayList<>();
    report
        .parts()
        .forEach(
            part -> {
              workstreams.add(part.workstreamKey());
              totals.add(part.statedTotal());
            });
    if (!workstreams.isEmpty()) {
      Sql.execute(connection, ADD_PARTS, key, workstreams, totals, report.planKey());
    }
  }

  private void addLines(int key, int planKey, List<ReportLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    List<@Nullable Integer> workstreams = new ArrayList<>();
    lines.forEach(line -> workstreams.add(line.workstreamKey()));
    Sql.execute(
        connection,
        ADD_LINES,
        key,
        planKey,
        workstreams,
        lines.stream().map(line -> line.status().code()).toList(),
        lines.stream().map(line -> line.status().name()).toList(),
        lines.stream().map(line -> line.status().meaning()).toList(),
        lines.stream().map(line -> line.status().state().name()).toList(),
        lines.stream().map(line -> line.status().position()).toList(),
        lines.stream().map(ReportLine::actions).toList());
  }

  private static String sql(String fileName) {
    return Sql.beside(ReportWritingStore.class, fileName);
  }
}
