package org.sightline.plan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.DataQualityFinding;
import org.sightline.plan.DataQualitySeverity;

/**
 * Holds a report's stated totals against the sums of their parts. The stated ones stay. A sum is
 * held against a total only where it could be whole, so that what is merely not stated is no
 * finding.
 */
final class TotalsCheck {
  private final ReportFigures figures;
  private final List<DataQualityFinding> findings = new ArrayList<>();

  private TotalsCheck(ReportFigures figures) {
    this.figures = figures;
  }

  /** Every difference, workstreams first; none where all agree. */
  static List<DataQualityFinding> of(ReportFigures figures) {
    TotalsCheck check = new TotalsCheck(figures);
    figures.workstreams().forEach(check::workstream);
    check.planAgainstStatuses();
    check.planAgainstWorkstreams();
    figures.stated().statuses().forEach(check::statusAgainstWorkstreams);
    return List.copyOf(check.findings);
  }

  private void workstream(WorkstreamFigures one) {
    @Nullable Integer stated = one.part().statedTotal();
    if (stated == null || !differs(stated, one.counts())) {
      return;
    }
    int sum = one.counts().known();
    add(
        "workstream-total-differs",
        DataQualitySeverity.ERROR,
        one.part().name(),
        stated,
        sum,
        "The report states %d actions for '%s'; its parts (%s) sum to %d.%s"
            .formatted(stated, one.part().name(), inWords(one.counts()), sum, whichAgrees()));
  }

  private void planAgainstStatuses() {
    @Nullable Integer stated = figures.report().statedTotal();
    if (stated == null || !differs(stated, figures.stated())) {
      return;
    }
    int sum = figures.stated().known();
    add(
        "plan-total-differs",
        DataQualitySeverity.ERROR,
        "the whole plan",
        stated,
        sum,
        "The report states %d actions for the whole plan; its statuses (%s) sum to %d."
            .formatted(stated, inWords(figures.stated()), sum));
  }

  private void planAgainstWorkstreams() {
    @Nullable Integer stated = figures.report().statedTotal();
    @Nullable Integer sum = sumOfWorkstreams();
    if (stated == null || sum == null || sum.equals(stated)) {
      return;
    }
    add(
        "plan-total-differs",
        DataQualitySeverity.ERROR,
        "the whole plan against its workstreams",
        stated,
        sum,
        "The report states %d actions for the whole plan; its %d workstreams sum to %d."
            .formatted(stated, figures.workstreams().size(), sum));
  }

  private void statusAgainstWorkstreams(StatedStatus status) {
    @Nullable Integer stated = figures.stated().actions().get(status.code());
    List<Integer> parts =
        figures.workstreams().stream()
            .map(one -> one.counts().actions().get(status.code()))
            .filter(Objects::nonNull)
            .map(Integer::intValue)
            .toList();
    if (stated == null || parts.isEmpty()) {
      return;
    }
    int sum = parts.stream().mapToInt(Integer::intValue).sum();
    int unsaid = figures.workstreams().size() - parts.size();
    boolean isLess = sum < stated && (unsaid == 0 || isWholeTable());
    if (sum <= stated && !isLess) {
      return;
    }
    boolean isCertain = sum > stated || unsaid == 0;
    add(
        "plan-status-total-differs",
        isCertain ? DataQualitySeverity.ERROR : DataQualitySeverity.WARNING,
        "%s (%s) of the whole plan".formatted(status.name(), status.code()),
        stated,
        sum,
        "The report states %d actions of the status %s (%s) for the whole plan; the workstreams sum to %d.%s"
            .formatted(
                stated,
                status.code(),
                status.name(),
                sum,
                isCertain ? "" : " %d workstreams say nothing of it.".formatted(unsaid)));
  }

  /** A sum that is too much, or one with nothing left out that is not the total. */
  private static boolean differs(int stated, CountsByStatus counts) {
    int sum = counts.known();
    return !counts.actions().isEmpty() && (sum > stated || (counts.isComplete() && sum != stated));
  }

  /**
   * Each workstream by its parts where all are known, else as stated; null where one is neither.
   */
  private @Nullable Integer sumOfWorkstreams() {
    int sum = 0;
    for (WorkstreamFigures one : figures.workstreams()) {
      @Nullable Integer parts = one.counts().total();
      @Nullable Integer known = parts == null ? one.part().statedTotal() : parts;
      if (known == null) {
        return null;
      }
      sum += known;
    }
    return figures.workstreams().isEmpty() ? null : sum;
  }

  /** Whether every workstream states something, as in a table whose blanks are meant as none. */
  private boolean isWholeTable() {
    return figures.workstreams().stream().noneMatch(one -> one.counts().actions().isEmpty());
  }

  private String whichAgrees() {
    @Nullable Integer plan = figures.report().statedTotal();
    if (plan == null) {
      return "";
    }
    if (plan.equals(sumOfWorkstreams())) {
      return " The plan's stated total of %d agrees with the parts.".formatted(plan);
    }
    boolean areAllStated =
        figures.workstreams().stream().allMatch(one -> one.part().statedTotal() != null);
    int ofStated =
        figures.workstreams().stream()
            .map(one -> one.part().statedTotal())
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .sum();
    return areAllStated && ofStated == plan
        ? " The plan's stated total of %d agrees with the stated totals.".formatted(plan)
        : "";
  }

  private static String inWords(CountsByStatus counts) {
    return counts.statuses().stream()
        .filter(one -> counts.actions().containsKey(one.code()))
        .filter(one -> !counts.implied().contains(one.code()))
        .map(one -> one.code() + " " + counts.actions().get(one.code()))
        .collect(Collectors.joining(", "));
  }

  private void add(
      String rule,
      DataQualitySeverity severity,
      String subject,
      int stated,
      int recomputed,
      String message) {
    findings.add(
        new DataQualityFinding(
            rule,
            severity,
            subject,
            Integer.toString(stated),
            Integer.toString(recomputed),
            message));
  }
}
