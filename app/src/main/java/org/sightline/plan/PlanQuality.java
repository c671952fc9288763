package org.sightline.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan states of itself and that does not fit together.
 *
 * @param actions without those that were removed
 */
record PlanQuality(
    Plan plan, List<Action> actions, List<Milestone> milestones, StatusScheme scheme) {

  List<DataQualityFinding> findings() {
    return Stream.of(
            milestones.stream()
                .filter(one -> one.disagreement() != null)
                .map(PlanQuality::twoDates),
            duplicates(),
            Stream.of(plan).filter(PlanQuality::answersNothing).map(PlanQuality::unanswered),
            actions.stream().filter(this::isDoneWithoutDay).map(PlanQuality::doneWithoutDay),
            actions.stream().filter(this::isUnknownStatus).map(this::unknownStatus),
            actions.stream().filter(PlanQuality::isBackwards).map(PlanQuality::backwards),
            actions.stream().filter(this::isBeyondPlan).map(this::beyondPlan))
        .flatMap(found -> found)
        .toList();
  }

  private static boolean answersNothing(Plan plan) {
    return plan.kind() == PlanKind.PRIORITY_ACTION && plan.inspectionKey() == null;
  }

  private static DataQualityFinding unanswered(Plan plan) {
    return new DataQualityFinding(
        "priority-action-plan-without-inspection",
        DataQualitySeverity.WARNING,
        "Plan " + plan.name(),
        null,
        null,
        "The plan does not say which inspection it answers, so its clocks cannot be counted.");
  }

  private static DataQualityFinding twoDates(Milestone milestone) {
    return new DataQualityFinding(
        "milestone-with-two-dates",
        DataQualitySeverity.ERROR,
        "Milestone " + milestone.name(),
        milestone.standing().stream()
            .map(one -> one.dueOn().toString())
            .distinct()
            .collect(Collectors.joining(", ")),
        null,
        String.valueOf(milestone.disagreement()));
  }

  private Stream<DataQualityFinding> duplicates() {
    Map<String, List<Action>> byText =
        actions.stream()
            .collect(
                Collectors.groupingBy(action -> action.text().strip().toLowerCase(Locale.ROOT)));
    return byText.values().stream().filter(same -> same.size() > 1).map(PlanQuality::duplicate);
  }

  private static DataQualityFinding duplicate(List<Action> same) {
    String references = same.stream().map(Action::reference).collect(Collectors.joining(", "));
    return new DataQualityFinding(
        "duplicate-actions",
        DataQualitySeverity.WARNING,
        "Actions " + references,
        String.valueOf(same.size()),
        "1",
        "The actions %s say the same: they may be counted more than once.".formatted(references));
  }

  private boolean isDoneWithoutDay(Action action) {
    return action.completedOn() == null && ActionCounts.declared(action, scheme).isDone();
  }

  private static DataQualityFinding doneWithoutDay(Action action) {
    return new DataQualityFinding(
        "completed-without-day",
        DataQualitySeverity.WARNING,
        subject(action),
        action.statusCode(),
        null,
        "The action is declared done and no day of completion is stated.");
  }

  private boolean isUnknownStatus(Action action) {
    return action.statusCode() != null && scheme.status(action.statusCode()).isEmpty();
  }

  private DataQualityFinding unknownStatus(Action action) {
    return new DataQualityFinding(
        "status-not-in-scheme",
        DataQualitySeverity.ERROR,
        subject(action),
        action.statusCode(),
        null,
        "The scheme %s of the plan has no such status.".formatted(scheme.code()));
  }

  private static boolean isBackwards(Action action) {
    @Nullable LocalDate started = action.startedOn();
    @Nullable LocalDate completed = action.completedOn();
    return started != null && completed != null && completed.isBefore(started);
  }

  private static DataQualityFinding backwards(Action action) {
    return new DataQualityFinding(
        "completed-before-begun",
        DataQualitySeverity.ERROR,
        subject(action),
        String.valueOf(action.completedOn()),
        null,
        "The action is said to have begun on %s and to have been completed before."
            .formatted(action.startedOn()));
  }

  private boolean isBeyondPlan(Action action) {
    @Nullable LocalDate ends = plan.endsOn();
    @Nullable LocalDate due = action.dueOn();
    return ends != null && due != null && due.isAfter(ends);
  }

  private DataQualityFinding beyondPlan(Action action) {
    return new DataQualityFinding(
        "due-after-plan-ends",
        DataQualitySeverity.WARNING,
        subject(action),
        String.valueOf(action.dueOn()),
        String.valueOf(plan.endsOn()),
        "The action is due after the day on which the plan ends.");
  }

  private static String subject(Action action) {
    return "Action " + action.reference();
  }
}
