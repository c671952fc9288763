package org.sightline.plan.report;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.Cursor;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.plan.PlanService;
import org.sightline.plan.StatusScheme;

/** The status reports of plans in the viewer's sight, with their figures and what moved. */
@Singleton
public class StatusReportService {
  /** The field of the list. */
  static final String LIST = "statusReports";

  private final ReportStore store;
  private final PlanService plans;

  StatusReportService(ReportStore store, PlanService plans) {
    this.store = store;
    this.plans = plans;
  }

  /** Every revision of every report by plan, the newest first. */
  public Map<Integer, List<StatusReport>> ofPlans(Collection<Integer> planKeys) {
    return store.ofPlans(planKeys).stream().collect(Collectors.groupingBy(StatusReport::planKey));
  }

  /** Those out of sight are left out. */
  Map<Integer, StatusReport> byKey(Collection<Integer> keys) {
    return store.byKey(keys).stream()
        .collect(Collectors.toMap(StatusReport::key, Function.identity()));
  }

  public Optional<StatusReport> find(int key) {
    return store.find(key);
  }

  /** The figures of reports, in three statements for all. */
  public Map<StatusReport, ReportFigures> figures(Collection<StatusReport> reports) {
    List<Integer> keys = reports.stream().map(StatusReport::key).distinct().toList();
    Map<Integer, List<ReportPart>> parts =
        store.parts(keys).stream().collect(Collectors.groupingBy(ReportPart::reportKey));
    Map<Integer, List<ReportLine>> lines =
        store.lines(keys).stream().collect(Collectors.groupingBy(ReportLine::reportKey));
    Map<Integer, StatusScheme> schemes =
        plans.schemesByKey(reports.stream().map(StatusReport::schemeKey).distinct().toList());
    Map<StatusReport, ReportFigures> figures = new HashMap<>();
    for (StatusReport report : reports) {
      figures.put(
          report,
          ReportFigures.of(
              report,
              statuses(schemes.get(report.schemeKey())),
              parts.getOrDefault(report.key(), List.of()),
              lines.getOrDefault(report.key(), List.of())));
    }
    return figures;
  }

  /** What a report states, as it is written. */
  List<ReportLine> lines(int reportKey) {
    return store.lines(List.of(reportKey));
  }

  /** The actions of reports that were made from actions, by report. */
  public Map<Integer, List<ReportedAction>> actions(Collection<Integer> reportKeys) {
    return store.actions(reportKeys).stream()
        .collect(Collectors.groupingBy(ReportedAction::reportKey));
  }

  /** The newest revision of the latest report at or before a day, of those of one plan. */
  public static Optional<StatusReport> latest(List<StatusReport> ofPlan, LocalDate day) {
    return ofPlan.stream()
        .filter(StatusReport::isNewestRevision)
        .filter(one -> !one.asAt().isAfter(day))
        .findFirst();
  }

  /** The statuses that a report of a scheme could state; none of no scheme. */
  public static List<StatedStatus> statuses(@Nullable StatusScheme scheme) {
    List<StatedStatus> statuses = new ArrayList<>();
    if (scheme != null) {
      scheme
          .statuses()
          .forEach(
              one ->
                  statuses.add(
                      new StatedStatus(
                          one.code(),
                          one.name(),
                          one.meaning(),
                          one.state(),
                          statuses.size() + 1)));
    }
    return statuses;
  }

  /**
   * What moved, for each asked. Nothing where a plan does not have two reports.
   *
   * @throws org.sightline.graphql.NotFound for an id that is no report of the plan
   */
  Map<MovementAsked, Optional<PlanMovement>> movements(Collection<MovementAsked> asked) {
    Map<Integer, List<StatusReport>> reports =
        ofPlans(asked.stream().map(MovementAsked::planKey).distinct().toList());
    Map<MovementAsked, Optional<MovementAsked.Pair>> pairs =
        asked.stream()
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    one -> one.choose(reports.getOrDefault(one.planKey(), List.of()))));
    List<StatusReport> chosen =
        pairs.values().stream()
            .flatMap(Optional::stream)
            .flatMap(pair -> Stream.of(pair.from(), pair.to()))
            .distinct()
            .toList();
    Map<StatusReport, ReportFigures> figures = figures(chosen);
    Map<Integer, List<ReportedAction>> actions =
        actions(
            chosen.stream().filter(StatusReport::isFromActions).map(StatusReport::key).toList());
    Map<MovementAsked, Optional<PlanMovement>> movements = new HashMap<>();
    pairs.forEach(
        (one, pair) -> movements.put(one, pair.map(two -> two.movement(figures, actions))));
    return movements;
  }

  /** The newest revisions of each asked plan's reports between its days, the earliest first. */
  Map<BurnUpAsked, List<BurnUpPoint>> burnUps(Collection<BurnUpAsked> asked) {
    Map<Integer, List<StatusReport>> reports =
        ofPlans(asked.stream().map(BurnUpAsked::planKey).distinct().toList());
    Map<BurnUpAsked, List<StatusReport>> chosen =
        asked.stream()
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    one -> one.choose(reports.getOrDefault(one.planKey(), List.of()))));
    Map<StatusReport, ReportFigures> figures =
        figures(chosen.values().stream().flatMap(List::stream).distinct().toList());
    Map<BurnUpAsked, List<BurnUpPoint>> points = new HashMap<>();
    chosen.forEach(
        (one, list) ->
            points.put(
                one,
                list.stream()
                    .map(figures::get)
                    .filter(Objects::nonNull)
                    .map(BurnUpPoint::of)
                    .toList()));
    return points;
  }

  /** One page of a plan's reports, the newest first. */
  static Connection<StatusReport> page(
      List<StatusReport> ofPlan, boolean isWithEarlierRevisions, PageRequest page) {
    List<StatusReport> listed =
        ofPlan.stream().filter(one -> isWithEarlierRevisions || one.isNewestRevision()).toList();
    List<StatusReport> read =
        listed.stream()
            .filter(one -> page.after().map(after -> isAfter(one, after)).orElse(true))
            .limit(page.toRead())
            .toList();
    return Connection.of(page, read, StatusReportService::cursor, listed::size);
  }

  private static Cursor cursor(StatusReport report) {
    return new Cursor(
        LIST,
        report.asAt().atStartOfDay().atOffset(ZoneOffset.UTC),
        String.valueOf(report.revision()));
  }

  private static boolean isAfter(StatusReport report, Cursor position) {
    LocalDate day = position.at().toLocalDate();
    return report.asAt().isBefore(day)
        || (report.asAt().equals(day) && report.revision() < position.number());
  }
}
