package org.sightline.search;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.MovementService;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.Cursor;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorService;
import org.sightline.inspection.Finding;
import org.sightline.inspection.Inspection;
import org.sightline.inspection.InspectionService;
import org.sightline.plan.Action;
import org.sightline.plan.ActionLinkService;
import org.sightline.plan.PlanService;

/**
 * From an indicator to the actions that are to move it, and on to the findings that they answer.
 * The same statements for one action and for a page of them.
 */
@Singleton
class IndicatorActionService {
  /** The root field of the list. */
  static final String LIST = "actionsForIndicator";

  private final LinkStore store;
  private final SearchQuestions questions;
  private final IndicatorService indicatorService;
  private final PlanService plans;
  private final ActionLinkService actionLinks;
  private final InspectionService inspections;
  private final ActionsInContext contexts;
  private final MovementService movements;

  IndicatorActionService(
      LinkStore store,
      SearchQuestions questions,
      IndicatorService indicatorService,
      PlanService plans,
      ActionLinkService actionLinks,
      InspectionService inspections,
      ActionsInContext contexts,
      MovementService movements) {
    this.store = store;
    this.questions = questions;
    this.indicatorService = indicatorService;
    this.plans = plans;
    this.actionLinks = actionLinks;
    this.inspections = inspections;
    this.contexts = contexts;
    this.movements = movements;
  }

  /** What actions answer, and when it was found. */
  private record FindingsKnown(
      Map<Integer, List<Finding>> findings, Map<Integer, Inspection> inspections) {

    List<Finding> of(Action action) {
      return findings.getOrDefault(action.key(), List.of());
    }

    @Nullable LocalDate day(Finding finding) {
      @Nullable Inspection inspection = inspections.get(finding.inspectionKey());
      return inspection == null ? null : inspection.day();
    }
  }

  /**
   * One page, the newest action first.
   *
   * @throws org.sightline.graphql.BadUserInput when there is no such indicator or group
   */
  Connection<IndicatorAction> page(
      String indicatorCode, @Nullable Map<String, Object> among, PageRequest page) {
    Indicator indicator = indicatorService.getByCode(indicatorCode);
    List<Integer> councils = questions.councils(among);
    List<LinkStore.Written> written =
        store.actionsOfIndicator(
            indicator.id(),
            councils,
            page.after().map(Cursor::at).orElse(null),
            page.after().map(Cursor::number).orElse(Integer.MAX_VALUE),
            page.toRead());
    List<Integer> keys = written.stream().map(LinkStore.Written::key).toList();
    Map<Integer, Action> actions = keys.isEmpty() ? Map.of() : plans.actionsByKey(keys);
    List<Action> inOrder =
        keys.stream().flatMap(key -> Optional.ofNullable(actions.get(key)).stream()).toList();
    Map<Integer, IndicatorAction> rows = rows(inOrder, indicator);
    return Connection.of(
        page,
        written,
        IndicatorActionService::cursor,
        one -> Optional.ofNullable(rows.get(one.key())),
        () -> store.countActionsOfIndicator(indicator.id(), councils));
  }

  /** By the action's key. */
  private Map<Integer, IndicatorAction> rows(List<Action> actions, Indicator indicator) {
    if (actions.isEmpty()) {
      return Map.of();
    }
    ActionsInContext.Context context = contexts.of(actions);
    FindingsKnown known = known(actions);
    List<MovementService.Asked> asked =
        actions.stream()
            .flatMap(action -> asked(action, indicator, context, known))
            .distinct()
            .toList();
    ImpactMaking making = new ImpactMaking(context, movements.movements(asked, Arguments.today()));
    return actions.stream()
        .flatMap(action -> row(action, indicator, making, known).stream())
        .collect(Collectors.toMap(row -> row.action().key(), Function.identity()));
  }

  private static Stream<MovementService.Asked> asked(
      Action action, Indicator indicator, ActionsInContext.Context context, FindingsKnown known) {
    return Stream.concat(
            Stream.of(begun(action)),
            known.of(action).stream().flatMap(finding -> Stream.ofNullable(known.day(finding))))
        .map(day -> new MovementService.Asked(indicator.id(), context.councilKey(action), day));
  }

  private static Optional<IndicatorAction> row(
      Action action, Indicator indicator, ImpactMaking making, FindingsKnown known) {
    return making
        .link(action, indicator.id())
        .map(
            link ->
                new IndicatorAction(
                    action,
                    making.context().state(action),
                    making.impact(action, link, begun(action)),
                    known.of(action).stream()
                        .map(
                            finding ->
                                new IndicatorAction.Answered(
                                    finding, making.impact(action, link, known.day(finding))))
                        .toList()));
  }

  private FindingsKnown known(Collection<Action> actions) {
    Map<Integer, List<Finding>> findings =
        actionLinks.findings(actions.stream().map(Action::key).toList());
    return new FindingsKnown(
        findings,
        inspections.byKey(
            findings.values().stream()
                .flatMap(Collection::stream)
                .map(Finding::inspectionKey)
                .collect(Collectors.toSet())));
  }

  /** When work began or, where that is not stated, when the action was written down. */
  private static LocalDate begun(Action action) {
    return Objects.requireNonNullElseGet(
        action.startedOn(), () -> action.createdAt().toLocalDate());
  }

  private static Cursor cursor(LinkStore.Written written) {
    return new Cursor(LIST, written.at(), String.valueOf(written.key()));
  }
}
