package org.sightline.plan;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.Member;

/**
 * Changes one action of the own council, for the version that the member has seen, and keeps every
 * change of a field in its history.
 */
@Singleton
class ActionChanges {
  private static final int LONGEST_REASON = 1000;
  private static final String REASON = "reason";

  private final PlanService plans;
  private final ActionLinkService links;
  private final ActionWriteStore store;
  private final ActionRecording recording;
  private final OwnPlans own;

  ActionChanges(
      PlanService plans,
      ActionLinkService links,
      ActionWriteStore store,
      ActionRecording recording,
      OwnPlans own) {
    this.plans = plans;
    this.links = links;
    this.store = store;
    this.recording = recording;
    this.own = own;
  }

  /** What an action is to be, read from what is given. */
  @FunctionalInterface
  private interface Change {
    ActionContent of(ActionReader reader, Given given, Action before);
  }

  ActionPayload amend(Input input) {
    return change(input, ActionChangeKind.CHANGED, false, ActionReader::amended);
  }

  ActionPayload complete(Input input) {
    return change(input, ActionChangeKind.COMPLETED, false, ActionReader::completed);
  }

  ActionPayload reopen(Input input) {
    return change(input, ActionChangeKind.REOPENED, true, ActionReader::reopened);
  }

  ActionPayload remove(Input input) {
    Member member = OwnPlans.requireWriter();
    UserErrors errors = new UserErrors();
    Given given = Given.of(input, errors);
    Optional<Action> found = own.action(given, "id");
    String reason = given.text(REASON, LONGEST_REASON);
    if (found.isPresent() && isStale(given, found.get())) {
      return ActionPayload.stale(found.get(), errors);
    }
    if (found.isEmpty() || !errors.isEmpty() || !store.remove(found.get())) {
      return ActionPayload.wrong(errors);
    }
    Action action = found.get();
    store.remember(
        action.key(),
        List.of(new FieldChange("action", action.reference(), null, ActionChangeKind.REMOVED)),
        reason,
        member);
    return done(action.key());
  }

  private ActionPayload change(
      Input input, ActionChangeKind kind, boolean isReasonNeeded, Change change) {
    Member member = OwnPlans.requireWriter();
    UserErrors errors = new UserErrors();
    Given given = Given.of(input, errors);
    Optional<Action> found = own.action(given, "id");
    if (found.isEmpty()) {
      return ActionPayload.wrong(errors);
    }
    Action before = found.get();
    if (isStale(given, before)) {
      return ActionPayload.stale(before, errors);
    }
    ActionReader reader = recording.reader(plans.find(before.planKey()).orElseThrow());
    ActionContent after = change.of(reader, given, before);
    List<FieldChange> changes =
        FieldChange.between(ActionContent.of(before), after, names(reader), kind);
    @Nullable String reason =
        isReasonNeeded
            ? given.text(REASON, LONGEST_REASON)
            : given.optional(REASON, LONGEST_REASON);
    checkReason(given, changes, reason);
    if (!errors.isEmpty()) {
      return ActionPayload.wrong(errors);
    }
    return written(before, after, marked(changes, kind), reason, member);
  }

  private ActionPayload written(
      Action before,
      ActionContent after,
      List<FieldChange> changes,
      @Nullable String reason,
      Member member) {
    if (!changes.isEmpty()) {
      if (!store.change(before, after)) {
        throw new IllegalStateException("An action of a locked plan was changed meanwhile.");
      }
      store.remember(before.key(), changes, reason, member);
    }
    return done(before.key());
  }

  /**
   * A reopening is one change of its kind, whichever field shows it: of an action without a day of
   * completion it is the status.
   */
  private static List<FieldChange> marked(List<FieldChange> changes, ActionChangeKind kind) {
    if (kind == ActionChangeKind.CHANGED
        || changes.stream().anyMatch(change -> change.kind() == kind)) {
      return changes;
    }
    return changes.stream()
        .map(
            change ->
                change.field().equals("status")
                    ? new FieldChange(change.field(), change.from(), change.to(), kind)
                    : change)
        .toList();
  }

  private static void checkReason(Given given, List<FieldChange> changes, @Nullable String reason) {
    boolean isReDated =
        changes.stream().anyMatch(change -> change.kind() == ActionChangeKind.RE_DATED);
    given.wrongIf(
        isReDated && reason == null,
        REASON,
        "REASON_NEEDED",
        "To move the day by which an action is due takes a reason.");
  }

  private boolean isStale(Given given, Action action) {
    return OwnPlans.isStale(given, action.version(), stands(action));
  }

  /** Who changed it last and when, and what stands. */
  private String stands(Action action) {
    List<ActionChange> history =
        links.history(List.of(action.key())).getOrDefault(action.key(), List.of());
    String changed =
        history.isEmpty()
            ? "the action was changed on %s.".formatted(action.changedAt())
            : "the action was changed by %s on %s."
                .formatted(OwnPlans.or(history.getLast().by(), "somebody"), history.getLast().at());
    return "%s Now it is due on %s, declared %s, completed on %s."
        .formatted(
            changed,
            OwnPlans.or(action.dueOn(), "no day"),
            OwnPlans.or(action.statusCode(), "nothing"),
            OwnPlans.or(action.completedOn(), "no day"));
  }

  private static Map<Integer, String> names(ActionReader reader) {
    return reader.workstreams().stream()
        .collect(Collectors.toMap(Workstream::key, Workstream::name));
  }

  private ActionPayload done(int key) {
    return ActionPayload.done(Objects.requireNonNull(plans.actionsByKey(List.of(key)).get(key)));
  }
}
