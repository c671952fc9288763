package org.sightline.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.GlobalId;

/**
 * Reads what an action is to be from an input, and says what of it cannot be.
 *
 * @param workstreams of the plan
 * @param actions of the plan, those included that were removed
 */
record ActionReader(List<Workstream> workstreams, List<Action> actions, StatusScheme scheme) {
  private static final int LONGEST_REFERENCE = 50;
  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_ROLE = 200;
  private static final String STATUS = "status";
  private static final String DUE_ON = "dueOn";
  private static final String COMPLETED_ON = "completedOn";

  /** A new action, which may have come a long way before it came here. */
  NewAction newAction(Given given) {
    @Nullable LocalDate due = given.day(DUE_ON);
    @Nullable LocalDate original = given.day("originalDueOn");
    ActionContent content =
        new ActionContent(
            workstream(given, 0),
            given.text("reference", LONGEST_REFERENCE),
            given.text("text", LONGEST_TEXT),
            given.optional("ownerRole", LONGEST_ROLE),
            original == null ? due : original,
            due == null ? original : due,
            status(given, null),
            given.day("startedOn"),
            given.day(COMPLETED_ON));
    checkReference(given, content.reference(), 0);
    checkDays(given, content);
    checkCompleted(given, content);
    checkCount(given, "timesReDatedBefore");
    checkCount(given, "timesReopenedBefore");
    return new NewAction(
        content,
        given.number("timesReDatedBefore"),
        given.number("timesReopenedBefore"),
        given.optional("source", LONGEST_ROLE),
        given.optional("paragraph", LONGEST_ROLE));
  }

  /** What an action is to be after an amendment, which neither completes nor reopens it. */
  ActionContent amended(Given given, Action before) {
    @Nullable LocalDate due = given.day(DUE_ON, before.dueOn());
    boolean hadNone = before.originalDueOn() == null && before.dueOn() == null;
    ActionContent content =
        new ActionContent(
            workstream(given, before.workstreamKey()),
            given.text("reference", LONGEST_REFERENCE, before.reference()),
            given.text("text", LONGEST_TEXT, before.text()),
            given.optional("ownerRole", LONGEST_ROLE, before.ownerRole()),
            hadNone ? due : before.originalDueOn(),
            due,
            status(given, before.statusCode()),
            given.day("startedOn", before.startedOn()),
            before.completedOn());
    checkReference(given, content.reference(), before.key());
    checkDays(given, content);
    boolean wasDone = isDone(before.statusCode()) || before.completedOn() != null;
    given.wrongIf(
        !wasDone && isDone(content.statusCode()),
        STATUS,
        "USE_COMPLETE_ACTION",
        "To declare an action completed, use completeAction, which asks for the day.");
    given.wrongIf(
        isOpenedAgain(before, content.statusCode()),
        STATUS,
        "USE_REOPEN_ACTION",
        "To take back that an action is completed, use reopenAction, which asks for the reason.");
    return content;
  }

  /** A completed action: of a status that is named, or of the first that says so. */
  ActionContent completed(Given given, Action before) {
    @Nullable LocalDate on = given.day(COMPLETED_ON);
    LocalDate completed = on == null ? Arguments.today() : on;
    given.wrongIf(
        before.completedOn() != null,
        "id",
        "ALREADY_COMPLETED",
        "The action was completed on %s. Reopen it first, if it was not."
            .formatted(before.completedOn()));
    @Nullable String status = given.has(STATUS) ? status(given, null) : firstDone(before);
    given.wrongIf(
        scheme.status(status).filter(one -> !one.state().isDone()).isPresent()
            && given.input().text(STATUS) != null,
        STATUS,
        "NOT_DONE",
        "%s does not say that an action is completed; %s.".formatted(status, done()));
    ActionContent content = ActionContent.of(before).standing(status, completed);
    checkDays(given, content);
    return content;
  }

  /** An action that was completed and is not. */
  ActionContent reopened(Given given, Action before) {
    given.wrongIf(
        before.completedOn() == null && !isDone(before.statusCode()),
        "id",
        "NOT_COMPLETED",
        "The action is not completed: there is nothing to reopen.");
    @Nullable String status = status(given, null);
    given.wrongIf(
        isDone(status),
        STATUS,
        "DONE",
        "%s says that an action is completed: name another status, or none.".formatted(status));
    return ActionContent.of(before).standing(status, null);
  }

  private @Nullable String firstDone(Action before) {
    return isDone(before.statusCode())
        ? before.statusCode()
        : scheme.statuses().stream()
            .filter(one -> one.state() == CanonicalState.COMPLETED)
            .map(Status::code)
            .findFirst()
            .orElse(before.statusCode());
  }

  private boolean isOpenedAgain(Action before, @Nullable String status) {
    boolean isSaidOpen =
        before.completedOn() != null
            && isOpen(status)
            && !Objects.equals(status, before.statusCode());
    return isSaidOpen || (isDone(before.statusCode()) && !isDone(status));
  }

  /** Whether a status says that something is open, where another could say that it is completed. */
  private boolean isOpen(@Nullable String status) {
    return scheme.status(status).filter(one -> !one.state().isDone()).isPresent()
        && scheme.statuses().stream().anyMatch(one -> one.state().isDone());
  }

  private boolean isDone(@Nullable String status) {
    return scheme.status(status).filter(one -> one.state().isDone()).isPresent();
  }

  private String done() {
    String codes =
        scheme.statuses().stream()
            .filter(one -> one.state().isDone())
            .map(Status::code)
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? "no status of the scheme does" : "these do: " + codes;
  }

  private int workstream(Given given, int before) {
    @Nullable String id = given.input().text("workstream");
    if (id == null) {
      return before;
    }
    Optional<Integer> key =
        GlobalId.number(PlanTypes.WORKSTREAM, id)
            .filter(asked -> workstreams.stream().anyMatch(one -> one.key() == asked));
    given.wrongIf(
        key.isEmpty(), "workstream", "NOT_FOUND", "The plan has no workstream of that id.");
    return key.orElse(before);
  }

  private @Nullable String status(Given given, @Nullable String before) {
    @Nullable String code = given.optional(STATUS, LONGEST_REFERENCE, before);
    given.wrongIf(
        code != null && scheme.status(code).isEmpty(),
        STATUS,
        "NOT_FOUND",
        "The scheme %s has no status %s. It has: %s."
            .formatted(
                scheme.code(),
                code,
                scheme.statuses().stream().map(Status::code).collect(Collectors.joining(", "))));
    return code;
  }

  private void checkReference(Given given, String reference, int ownKey) {
    given.wrongIf(
        actions.stream().anyMatch(one -> one.key() != ownKey && one.reference().equals(reference)),
        "reference",
        "ALREADY_THERE",
        "The plan has an action %s already, or had one that was removed.".formatted(reference));
  }

  private void checkCompleted(Given given, ActionContent content) {
    given.wrongIf(
        content.completedOn() != null && isOpen(content.statusCode()),
        COMPLETED_ON,
        "COMPLETED_YET_OPEN",
        "The action has a day of completion, yet its status %s does not say that it is completed; %s."
            .formatted(content.statusCode(), done()));
  }

  private static void checkDays(Given given, ActionContent content) {
    @Nullable LocalDate completed = content.completedOn();
    @Nullable LocalDate started = content.startedOn();
    given.wrongIf(
        completed != null && completed.isAfter(Arguments.today()),
        COMPLETED_ON,
        "IN_THE_FUTURE",
        "An action is not completed before the day has come: %s is after today."
            .formatted(completed));
    given.wrongIf(
        completed != null && started != null && completed.isBefore(started),
        COMPLETED_ON,
        "WRONG_ORDER",
        "The action would be completed on %s, before it begins on %s."
            .formatted(completed, started));
  }

  private static void checkCount(Given given, String field) {
    given.wrongIf(
        given.number(field) < 0, field, "NOT_ALLOWED", "%s is 0 or more.".formatted(field));
  }
}
