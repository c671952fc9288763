package org.sightline.migrations.invented;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;
import org.sightline.migrations.invented.ActionLife.Kind;

/**
 * The months' reports of the plans, as they came out. Fenwick Bay counts by hand and goes wrong
 * twice; Dunmarsh corrects its report of March 2026.
 */
final class InventedReports {
  private static final YearMonth FIRST = YearMonth.of(2025, 11);
  private static final int MONTHS = 12;
  private static final LocalDate CORRECTED = LocalDate.of(2026, 3, 31);

  private final Table reports =
      new Table(
          "status_reports.csv",
          "plan,as_at,precision,revision,title,stated_total,made_from,source,paragraph,issued_by,"
              + "issued_by_name,issued_at");
  private final Table workstreams =
      new Table("status_report_workstreams.csv", "plan,as_at,revision,workstream,stated_total");
  private final Table counts =
      new Table("status_report_counts.csv", "plan,as_at,revision,workstream,status,actions");
  private final Table actions =
      new Table(
          "status_report_actions.csv",
          "plan,as_at,revision,reference,status,original_due_on,due_on,completed_on,has_impact,"
              + "times_re_dated,times_reopened");

  static List<LocalDate> days() {
    return IntStream.range(0, MONTHS)
        .mapToObj(month -> FIRST.plusMonths(month).atEndOfMonth())
        .toList();
  }

  void add(InventedPlan plan, List<InventedAction> all) {
    for (LocalDate day : days()) {
      List<InventedAction> there = all.stream().filter(one -> one.life().isIn(day)).toList();
      boolean isCorrected = plan == InventedPlan.DUNMARSH && day.equals(CORRECTED);
      if (isCorrected) {
        report(plan, there, day, 1, "COUNTS");
      }
      report(plan, there, day, isCorrected ? 2 : 1, plan.reportsFrom());
    }
  }

  Stream<DefinitionFile> files() {
    return Stream.of(reports, workstreams, counts, actions).map(Table::file);
  }

  private void report(
      InventedPlan plan, List<InventedAction> there, LocalDate day, int revision, String madeFrom) {
    boolean isCounted = madeFrom.equals("COUNTS");
    reports.add(
        plan.key(),
        day,
        "DAY",
        revision,
        title(day, revision),
        isCounted ? there.size() + mistake(plan, day) : null,
        madeFrom,
        InventedFindings.SOURCE,
        null,
        plan.person(),
        null,
        day.plusDays(2 + revision) + " 09:30");
    for (int workstream = 1; workstream <= plan.workstreams(); workstream++) {
      workstream(plan, there, day, revision, workstream, isCounted);
    }
    if (!isCounted) {
      there.forEach(action -> action(action, day, revision));
    }
  }

  private void workstream(
      InventedPlan plan,
      List<InventedAction> there,
      LocalDate day,
      int revision,
      int workstream,
      boolean isCounted) {
    List<String> declared =
        there.stream()
            .filter(action -> action.workstream() == workstream)
            .map(action -> status(action, day))
            .toList();
    int stated = declared.size() + (workstream == 2 ? mistakeOfSecond(plan, day, revision) : 0);
    workstreams.add(plan.key(), day, revision, workstream, isCounted ? stated : null);
    plan.colours()
        .all()
        .forEach(
            code -> {
              long those = declared.stream().filter(code::equals).count();
              counts.add(plan.key(), day, revision, workstream, code, those);
            });
  }

  private void action(InventedAction action, LocalDate day, int revision) {
    ActionLife life = action.life();
    actions.add(
        action.plan().key(),
        day,
        revision,
        action.reference(),
        status(action, day),
        life.originalDueOn(),
        life.dueOn(day),
        life.completedOn(day),
        life.hasImpact(day),
        life.count(Kind.RE_DATED, day),
        life.count(Kind.REOPENED, day));
  }

  static String status(InventedAction action, LocalDate day) {
    return action.plan().colours().of(action.life().declared(day));
  }

  private static String title(LocalDate day, int revision) {
    return "Progress at the end of %s%s"
        .formatted(YearMonth.from(day), revision == 1 ? "" : ", corrected");
  }

  /** Fenwick Bay's total of June 2026 is three too many. */
  private static int mistake(InventedPlan plan, LocalDate day) {
    return plan == InventedPlan.FENWICK_BAY && day.equals(LocalDate.of(2026, 6, 30)) ? 3 : 0;
  }

  /**
   * So is one workstream's of Fenwick Bay in August 2026, and one of Dunmarsh before it is
   * corrected.
   */
  private static int mistakeOfSecond(InventedPlan plan, LocalDate day, int revision) {
    boolean isFenwicks = plan == InventedPlan.FENWICK_BAY && day.equals(LocalDate.of(2026, 8, 31));
    boolean isDunmarshs = plan == InventedPlan.DUNMARSH && day.equals(CORRECTED) && revision == 1;
    return isFenwicks || isDunmarshs ? 1 : 0;
  }
}
