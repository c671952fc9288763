package org.sightline.plan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.plan.CanonicalState;
import org.sightline.plan.DataQualityFinding;
import org.sightline.plan.DataQualitySeverity;

/** Stated totals against the sums of their parts. */
class TotalsCheckTest {
  private static final List<StatedStatus> RAGP =
      List.of(
          status("R", CanonicalState.OVERDUE, 1),
          status("A", CanonicalState.ON_TRACK, 2),
          status("G", CanonicalState.COMPLETED, 3),
          status("P", CanonicalState.COMPLETED_WITH_IMPACT, 4));

  private final List<ReportPart> parts = new ArrayList<>();
  private final List<ReportLine> lines = new ArrayList<>();

  @Test
  void aReportWhoseTotalsAllAgreeHasNoFinding() {
    part(1, 4, 1, 1, 1, 1);
    part(2, 3, 0, 1, 2, 0);
    whole(1, 2, 3, 1);

    assertThat(findings(7)).isEmpty();
  }

  @Test
  void blanksThatTheWholePlansCountsLeaveNothingForAreNone() {
    part(1, 3, null, 1, 1, 1);
    part(2, 3, 1, null, 2, null);
    whole(1, 1, 3, 1);

    ReportFigures figures = figures(6);

    assertThat(TotalsCheck.of(figures)).isEmpty();
    CountsByStatus second = figures.workstreams().getLast().counts();
    assertThat(second.total()).isEqualTo(3);
    assertThat(second.implied()).containsExactlyInAnyOrder("A", "P");
  }

  @Test
  void aWorkstreamWhosePartsMakeAnotherTotalIsSaidWithBothFigures() {
    part(1, 2, 1, 1, 1, 1);
    part(2, 3, 0, 1, 2, 0);
    whole(1, 2, 3, 1);

    List<DataQualityFinding> findings = findings(7);

    assertThat(findings)
        .containsExactly(
            new DataQualityFinding(
                "workstream-total-differs",
                DataQualitySeverity.ERROR,
                "Workstream 1",
                "2",
                "4",
                "The report states 2 actions for 'Workstream 1'; its parts (R 1, A 1, G 1, P 1) sum to 4. The plan's stated total of 7 agrees with the parts."));
  }

  @Test
  void aPlanWhoseStatusesOrWorkstreamsMakeAnotherTotalIsSaidOfEach() {
    part(1, 4, 1, 1, 1, 1);
    whole(1, 1, 1, 1);

    assertThat(findings(5))
        .extracting(DataQualityFinding::rule, DataQualityFinding::subject)
        .containsExactly(
            tuple("plan-total-differs", "the whole plan"),
            tuple("plan-total-differs", "the whole plan against its workstreams"));
  }

  @Test
  void aStatusOfTheWholePlanThatItsWorkstreamsDoNotMakeIsSaid() {
    part(1, 4, 1, 1, 1, 1);
    part(2, 3, 0, 1, 2, 0);
    whole(2, 1, 3, 1);

    assertThat(findings(7))
        .extracting(DataQualityFinding::subject, DataQualityFinding::stated)
        .containsExactly(
            tuple("R (R) of the whole plan", "2"), tuple("A (A) of the whole plan", "1"));
  }

  @Test
  void aTableWithBlanksWhoseColumnMakesLessThanItsTotalIsAWarning() {
    part(1, null, null, 1, 1, 1);
    part(2, null, 1, 1, 2, 0);
    whole(2, 2, 3, 1);

    assertThat(findings(null))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.severity()).isEqualTo(DataQualitySeverity.WARNING);
              assertThat(one.message())
                  .isEqualTo(
                      "The report states 2 actions of the status R (R) for the whole plan; the workstreams sum to 1. 1 workstreams say nothing of it.");
            });
  }

  @Test
  void whatIsNotStatedIsNoFindingAndNeverNought() {
    whole(null, null, null, 12);

    ReportFigures figures = figures(167);

    assertThat(TotalsCheck.of(figures)).isEmpty();
    assertThat(figures.summedTotal()).isNull();
    assertThat(figures.notStated()).extracting(StatedStatus::code).containsExactly("R", "A", "G");
    assertThat(figures.whole().of(CanonicalState.OVERDUE))
        .isEqualTo(new StateFigure(CanonicalState.OVERDUE, null, MissingCount.NOT_STATED, null));
    assertThat(figures.whole().of(CanonicalState.AT_RISK).missing())
        .isEqualTo(MissingCount.NOT_IN_SCHEME);
    assertThat(figures.whole().of(CanonicalState.COMPLETED_WITH_IMPACT).actions()).isEqualTo(12);
    assertThat(figures.whole().completed().missing()).isEqualTo(MissingCount.NOT_STATED);
  }

  private List<DataQualityFinding> findings(@Nullable Integer statedTotal) {
    return TotalsCheck.of(figures(statedTotal));
  }

  private ReportFigures figures(@Nullable Integer statedTotal) {
    StatusReport report =
        new StatusReport(
            1,
            1,
            1,
            LocalDate.of(2021, 2, 15),
            "DAY",
            1,
            true,
            "A report",
            statedTotal,
            false,
            "A test",
            null,
            null,
            OffsetDateTime.parse("2021-02-16T09:00:00Z"));
    return ReportFigures.of(report, RAGP, parts, lines);
  }

  private void part(int key, @Nullable Integer total, @Nullable Integer... counts) {
    parts.add(new ReportPart(1, key, key, "Workstream " + key, null, total));
    add(key, counts);
  }

  private void whole(@Nullable Integer... counts) {
    add(null, counts);
  }

  private void add(@Nullable Integer workstream, @Nullable Integer... counts) {
    for (int i = 0; i < counts.length; i++) {
      @Nullable Integer count = counts[i];
      if (count != null) {
        lines.add(new ReportLine(1, workstream, RAGP.get(i), count));
      }
    }
  }

  private static StatedStatus status(String code, CanonicalState state, int position) {
    return new StatedStatus(code, code, "A test", state, position);
  }
}
