package org.sightline.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.indicator.IndicatorService;
import org.sightline.tenancy.Member;

/** Links the own council's actions: to what shows their effect, to findings, to each other. */
@Singleton
class ActionLinkChanges {
  private static final int LONGEST = 1000;
  private static final int LONGEST_TEXT = 4000;
  private static final String ACTION = "action";
  private static final String FINDING = "finding";
  private static final String INDICATOR = "indicator";
  private static final String DEPENDS_ON = "dependsOn";

  private final PlanService plans;
  private final IndicatorService indicators;
  private final PlanWriteStore locks;
  private final ActionLinkWriteStore store;
  private final OwnPlans own;

  ActionLinkChanges(
      PlanService plans,
      IndicatorService indicators,
      PlanWriteStore locks,
      ActionLinkWriteStore store,
      OwnPlans own) {
    this.plans = plans;
    this.indicators = indicators;
    this.locks = locks;
    this.store = store;
    this.own = own;
  }

  ActionPayload recordImpact(Input input) {
    return change(
        input,
        (given, action) -> {
          LocalDate on = Objects.requireNonNull(given.day("recordedOn"));
          given.wrongIf(
              on.isAfter(Arguments.today()),
              "recordedOn",
              "IN_THE_FUTURE",
              "Evidence is of a day that has come: %s is after today.".formatted(on));
          ImpactEvidence evidence =
              new ImpactEvidence(
                  action.key(),
                  on,
                  given.text("text", LONGEST_TEXT),
                  given.optional("source", LONGEST),
                  given.optional("paragraph", LONGEST));
          write(given, member -> store.add(evidence, member));
        });
  }

  ActionPayload linkFinding(Input input) {
    return change(
        input,
        (given, action) -> {
          Optional<Integer> finding = finding(given);
          var note = given.optional("note", LONGEST);
          write(
              given,
              member -> store.linkFinding(action.key(), finding.orElseThrow(), note, member));
        });
  }

  ActionPayload unlinkFinding(Input input) {
    return change(
        input,
        (given, action) -> {
          boolean isGone =
              GlobalId.number("Finding", given.input().required(FINDING))
                  .filter(key -> store.unlinkFinding(action.key(), key))
                  .isPresent();
          given.wrongIf(
              !isGone, FINDING, "NOT_LINKED", "The action is linked to no finding of that id.");
        });
  }

  ActionPayload linkIndicator(Input input) {
    return change(
        input,
        (given, action) -> {
          Optional<Integer> indicator = indicator(given);
          ExpectedChange expected = given.input().choice("expected", ExpectedChange.class);
          var note = given.optional("note", LONGEST);
          write(
              given,
              member ->
                  store.linkIndicator(
                      new ActionIndicator(action.key(), indicator.orElseThrow(), expected, note),
                      member));
        });
  }

  ActionPayload unlinkIndicator(Input input) {
    return change(
        input,
        (given, action) -> {
          boolean isGone =
              indicator(given).filter(key -> store.unlinkIndicator(action.key(), key)).isPresent();
          given.wrongIf(
              !isGone && given.errors().isEmpty(),
              INDICATOR,
              "NOT_LINKED",
              "The action is not linked to that indicator.");
        });
  }

  /** Every plan of the own organisation is locked: a circle can run through several. */
  ActionPayload setDependency(Input input) {
    return change(
        input,
        (given, action) -> {
          List<Integer> _ = locks.lock(locks.own());
          own.action(given, DEPENDS_ON)
              .ifPresent(needed -> set(given, new Dependency(action.key(), needed.key())));
        });
  }

  private void set(Given given, Dependency wanted) {
    if (!given.input().flag("isSet")) {
      given.wrongIf(
          !store.remove(wanted), DEPENDS_ON, "NOT_SET", "The action does not wait for that one.");
      return;
    }
    List<Integer> circle = new DependencyCircle(store.dependencies()).closedBy(wanted);
    given.wrongIf(
        wanted.actionKey() == wanted.dependsOnKey(),
        DEPENDS_ON,
        "CIRCLE",
        "An action does not wait for itself.");
    if (given.errors().isEmpty() && !circle.isEmpty()) {
      given.wrong(DEPENDS_ON, "CIRCLE", sentence(circle));
    }
    write(given, member -> store.add(wanted, member));
  }

  private String sentence(List<Integer> circle) {
    Map<Integer, Action> actions = plans.actionsByKey(circle);
    String names =
        Stream.concat(circle.stream(), Stream.of(circle.getFirst()))
            .map(key -> Objects.requireNonNull(actions.get(key)).reference())
            .collect(Collectors.joining(" waits for "));
    return "That would close a circle, in which nothing could begin: %s.".formatted(names);
  }

  private Optional<Integer> finding(Given given) {
    Member member = OwnPlans.requireWriter();
    Optional<Integer> finding =
        GlobalId.number("Finding", given.input().required(FINDING))
            .filter(key -> store.hasFinding(key, member.councilKey()));
    given.wrongIf(
        finding.isEmpty(),
        FINDING,
        "NOT_FOUND",
        "There is no finding about your council of that id.");
    return finding;
  }

  private Optional<Integer> indicator(Given given) {
    try {
      return Optional.of(indicators.getByCode(given.input().required(INDICATOR)).id());
    } catch (BadUserInput e) {
      given.wrong(INDICATOR, "NOT_FOUND", e.message());
      return Optional.empty();
    }
  }

  private ActionPayload change(Input input, BiConsumer<Given, Action> change) {
    Member _ = OwnPlans.requireWriter();
    UserErrors errors = new UserErrors();
    Given given = Given.of(input, errors);
    Optional<Action> action = own.action(given, ACTION);
    action.ifPresent(found -> change.accept(given, found));
    if (action.isEmpty() || !errors.isEmpty()) {
      return ActionPayload.wrong(errors);
    }
    int key = action.get().key();
    return ActionPayload.done(Objects.requireNonNull(plans.actionsByKey(List.of(key)).get(key)));
  }

  private static void write(Given given, Consumer<Member> writing) {
    if (given.errors().isEmpty()) {
      writing.accept(OwnPlans.requireWriter());
    }
  }
}
