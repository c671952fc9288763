package org.sightline.plan;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.Member;

/** Defines the own council's schemes of statuses. */
@Singleton
class SchemeChanges {
  private static final int LONGEST = 200;
  private static final int LONGEST_MEANING = 1000;
  private static final int MOST_STATUSES = 20;
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final PlanService plans;
  private final PlanWriteStore store;

  SchemeChanges(PlanService plans, PlanWriteStore store) {
    this.plans = plans;
    this.store = store;
  }

  SchemePayload define(Input input) {
    Member member = OwnPlans.requireWriter();
    UserErrors errors = new UserErrors();
    Given given = Given.of(input, errors);
    StatusScheme scheme = scheme(given, member);
    isCouncil(given, member);
    given.wrongIf(
        !CODE.matcher(scheme.code()).matches(),
        "code",
        "NOT_ALLOWED",
        "A code is in lower case with hyphens, such as our-colours.");
    given.wrongIf(
        plans.schemes().stream().anyMatch(one -> one.code().equals(scheme.code())),
        "code",
        "ALREADY_THERE",
        "There is a scheme %s already. A scheme does not change: define another one."
            .formatted(scheme.code()));
    int size = scheme.statuses().size();
    given.wrongIf(
        size < 1 || size > MOST_STATUSES,
        "statuses",
        "WRONG_NUMBER",
        "A scheme has 1 to %d statuses; this one has %d.".formatted(MOST_STATUSES, size));
    List<String> codes = scheme.statuses().stream().map(Status::code).toList();
    given.wrongIf(
        codes.stream().distinct().count() < size,
        "statuses",
        "REPEATED",
        "Each status of a scheme has a code of its own; these are %s.".formatted(codes));
    if (!errors.isEmpty()) {
      return SchemePayload.wrong(errors);
    }
    int key = store.add(scheme, member);
    return SchemePayload.done(Objects.requireNonNull(plans.schemesByKey(List.of(key)).get(key)));
  }

  /** Says so where the member is of no council: only councils keep plans. */
  static void isCouncil(Given given, Member member) {
    if (member.councilKey() == null) {
      given
          .errors()
          .add(null, "NOT_A_COUNCIL", "Plans and their schemes are kept by councils only.");
    }
  }

  private static StatusScheme scheme(Given given, Member member) {
    List<Status> statuses = given.items("statuses").stream().map(SchemeChanges::status).toList();
    return new StatusScheme(
        0,
        member.organisationId(),
        given.text("code", LONGEST),
        given.text("name", LONGEST),
        given.text("source", LONGEST_MEANING),
        statuses);
  }

  private static Status status(Given given) {
    return new Status(
        given.text("code", LONGEST),
        given.text("name", LONGEST),
        given.text("meaning", LONGEST_MEANING),
        given.input().choice("state", CanonicalState.class));
  }
}
