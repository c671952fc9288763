package org.sightline.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Member;

/** Reads what a plan is to be from an input, and says what of it cannot be. */
@Singleton
class PlanReader {
  private static final int LONGEST_NAME = 200;
  private static final String RESPONDS_TO = "respondsTo";
  private static final String PARENT = "parent";
  private static final String PARENT_ACTION = "parentAction";
  private static final String STATE = "state";

  private final PlanService plans;
  private final PlanWriteStore store;

  PlanReader(PlanService plans, PlanWriteStore store) {
    this.plans = plans;
    this.store = store;
  }

  /**
   * What the plan is to be.
   *
   * @param before what it is, nothing for a new one
   */
  PlanContent content(Given given, Optional<Plan> before, Member member) {
    PlanState state =
        given.input().text(STATE) == null
            ? before.map(Plan::state).orElse(PlanState.DRAFT)
            : given.input().choice(STATE, PlanState.class);
    @Nullable LocalDate finalised =
        given.day("finalisedOn", before.map(Plan::finalisedOn).orElse(null));
    boolean isMadeLive =
        before.isPresent()
            && before.get().state() == PlanState.DRAFT
            && state == PlanState.LIVE
            && !given.has("finalisedOn");
    PlanContent content =
        new PlanContent(
            given.text("name", LONGEST_NAME, before.map(Plan::name).orElse("")),
            given.input().text("kind") == null
                ? before.map(Plan::kind).orElse(PlanKind.IMPROVEMENT)
                : given.input().choice("kind", PlanKind.class),
            state,
            scheme(given, before),
            link(given, PARENT, PlanTypes.PLAN, before.map(Plan::parentKey)),
            link(given, PARENT_ACTION, PlanTypes.ACTION, before.map(Plan::parentActionKey)),
            link(given, RESPONDS_TO, "Inspection", before.map(Plan::inspectionKey)),
            given.day("startsOn", before.map(Plan::startsOn).orElse(null)),
            given.day("endsOn", before.map(Plan::endsOn).orElse(null)),
            given.day("draftedOn", before.map(Plan::draftedOn).orElse(null)),
            isMadeLive && finalised == null ? Arguments.today() : finalised);
    check(given, content, before, member);
    return content;
  }

  private void check(Given given, PlanContent content, Optional<Plan> before, Member member) {
    given.wrongIf(
        content.startsOn() != null
            && content.endsOn() != null
            && content.endsOn().isBefore(content.startsOn()),
        "endsOn",
        "WRONG_ORDER",
        "The plan would end on %s, before it begins on %s."
            .formatted(content.endsOn(), content.startsOn()));
    List<Integer> named = store.named(content.name());
    given.wrongIf(
        named.stream().anyMatch(key -> before.isEmpty() || before.get().key() != key),
        "name",
        "ALREADY_THERE",
        "Your council has a plan of the name %s already.".formatted(content.name()));
    checkParent(given, content, before);
    @Nullable Integer inspection = content.inspectionKey();
    given.wrongIf(
        inspection != null && !store.hasInspection(inspection, member.councilKey()),
        RESPONDS_TO,
        "NOT_FOUND",
        "There is no inspection of your council of that id.");
  }

  private void checkParent(Given given, PlanContent content, Optional<Plan> before) {
    @Nullable Integer parent = content.parentKey();
    List<Integer> own = parent == null ? List.of() : store.own();
    given.wrongIf(
        parent != null && !own.contains(parent),
        PARENT,
        "NOT_FOUND",
        "Your council has no plan of that id.");
    given.wrongIf(
        parent != null && before.isPresent() && store.below(before.get().key()).contains(parent),
        PARENT,
        "CIRCLE",
        "A plan cannot stand below itself, and that plan is this one or stands below it.");
    @Nullable Integer action = content.parentActionKey();
    if (action == null) {
      return;
    }
    @Nullable Action found = plans.actionsByKey(List.of(action)).get(action);
    given.wrongIf(
        found == null || parent == null || found.planKey() != parent,
        PARENT_ACTION,
        "NOT_FOUND",
        "The plan above has no action of that id.");
  }

  private int scheme(Given given, Optional<Plan> before) {
    @Nullable String code = given.input().text("scheme");
    if (code == null && before.isPresent()) {
      return before.get().schemeKey();
    }
    List<StatusScheme> known = plans.schemes();
    Optional<StatusScheme> found =
        known.stream().filter(one -> one.code().equals(code)).findFirst();
    given.wrongIf(
        found.isEmpty(),
        "scheme",
        "NOT_FOUND",
        "There is no scheme %s. There are: %s."
            .formatted(
                code, known.stream().map(StatusScheme::code).collect(Collectors.joining(", "))));
    return found.map(StatusScheme::key).orElse(0);
  }

  private static @Nullable Integer link(
      Given given, String field, String type, Optional<Integer> before) {
    if (!given.has(field)) {
      return before.orElse(null);
    }
    @Nullable String id = given.input().text(field);
    if (id == null) {
      return null;
    }
    // A key that nothing has is refused where the link is checked, as one out of sight is.
    return GlobalId.number(type, id).orElse(-1);
  }
}
