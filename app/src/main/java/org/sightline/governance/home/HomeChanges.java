package org.sightline.governance.home;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.governance.OptionalText;
import org.sightline.governance.OwnCouncil;
import org.sightline.governance.StatedDay;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Records and amends the own council's homes and their grades. */
@Singleton
class HomeChanges {
  static final int LONGEST_SOURCE = 500;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PARAGRAPH = 100;
  private static final String NAME = "name";
  private static final String OPENED_ON = "openedOn";
  private static final String CLOSED_ON = "closedOn";
  private static final String GRADE = "grade";

  private final HomeStore store;

  HomeChanges(HomeStore store) {
    this.store = store;
  }

  HomePayload record(Input input) {
    Member member = OwnCouncil.require(Role.CONTRIBUTOR);
    UserErrors errors = new UserErrors();
    String name = WrittenText.read(NAME, input.text(NAME), LONGEST_NAME, errors);
    @Nullable LocalDate openedOn = input.day(OPENED_ON);
    @Nullable LocalDate closedOn = input.day(CLOSED_ON);
    checkDays(openedOn, closedOn, errors);
    if (!errors.isEmpty()) {
      return HomePayload.wrong(errors);
    }
    return store
        .record(member, name, openedOn, closedOn)
        .map(this::done)
        .orElseGet(() -> taken(name));
  }

  HomePayload amend(Input input) {
    Member _ = OwnCouncil.require(Role.CONTRIBUTOR);
    Optional<ChildrensHome> known = find(input.required("id"));
    if (known.isEmpty()) {
      return nothing("id");
    }
    UserErrors errors = new UserErrors();
    ChildrensHome changed = changed(input, known.get(), errors);
    checkDays(changed.openedOn(), changed.closedOn(), errors);
    boolean isTaken =
        store.list().stream()
            .anyMatch(one -> one.key() != changed.key() && one.name().equals(changed.name()));
    if (isTaken) {
      return taken(changed.name());
    }
    if (!errors.isEmpty()) {
      return HomePayload.wrong(errors);
    }
    return store.amend(changed) ? done(changed.key()) : changedSince(changed.key());
  }

  HomePayload recordGrade(Input input) {
    Member member = OwnCouncil.require(Role.CONTRIBUTOR);
    Optional<ChildrensHome> home = find(input.required("home"));
    if (home.isEmpty()) {
      return nothing("home");
    }
    UserErrors errors = new UserErrors();
    Optional<HomeGrade> grade = grade(input.text(GRADE), errors);
    ChildrensHomeGrade read =
        new ChildrensHomeGrade(
            home.get().key(),
            StatedDay.parse(input.required("asAt")),
            grade.map(HomeGrade::code).orElse(null),
            grade.map(HomeGrade::name).orElse(null),
            input.day("inspectedOn"),
            WrittenText.read("source", input.text("source"), LONGEST_SOURCE, errors),
            OptionalText.read("paragraph", input, LONGEST_PARAGRAPH, errors));
    errors.addIf(
        input.text(GRADE) == null && read.inspectedOn() != null,
        "inspectedOn",
        "NOT_ALLOWED",
        "A home that had not been inspected yet has no day of inspection: name its grade, or leave the day out.");
    if (!errors.isEmpty()) {
      return HomePayload.wrong(errors);
    }
    store.recordGrade(member, read);
    return done(read.homeKey());
  }

  private Optional<HomeGrade> grade(@Nullable String written, UserErrors errors) {
    if (written == null) {
      return Optional.empty();
    }
    List<HomeGrade> scale = store.scale();
    Optional<HomeGrade> meant = scale.stream().filter(one -> one.isMeantBy(written)).findFirst();
    errors.addIf(
        meant.isEmpty(),
        GRADE,
        "UNKNOWN_GRADE",
        "There is no grade '%s'. Allowed: %s; leave it out for a home that had not been inspected yet."
            .formatted(
                written, scale.stream().map(HomeGrade::code).collect(Collectors.joining(", "))));
    return meant;
  }

  private static ChildrensHome changed(Input input, ChildrensHome known, UserErrors errors) {
    @Nullable String name = input.text(NAME);
    return new ChildrensHome(
        known.key(),
        name == null ? known.name() : WrittenText.read(NAME, name, LONGEST_NAME, errors),
        input.values().containsKey(OPENED_ON) ? input.day(OPENED_ON) : known.openedOn(),
        input.values().containsKey(CLOSED_ON) ? input.day(CLOSED_ON) : known.closedOn(),
        input.number("version"));
  }

  private static void checkDays(
      @Nullable LocalDate openedOn, @Nullable LocalDate closedOn, UserErrors errors) {
    errors.addIf(
        openedOn != null && closedOn != null && closedOn.isBefore(openedOn),
        CLOSED_ON,
        "NOT_ALLOWED",
        "A home cannot have closed on %s, before it opened on %s.".formatted(closedOn, openedOn));
  }

  private Optional<ChildrensHome> find(String id) {
    return GlobalId.number(HomeFields.HOME, id).flatMap(store::find);
  }

  private static HomePayload nothing(String field) {
    return HomePayload.wrong(field, "NOT_FOUND", "Your council has no children's home of that id.");
  }

  private static HomePayload taken(String name) {
    return HomePayload.wrong(
        NAME,
        "TAKEN",
        "Your council has a children's home of the name '%s' already.".formatted(name));
  }

  private HomePayload changedSince(int key) {
    return HomePayload.wrong(
        "version",
        "VERSION_CHANGED",
        "Somebody has changed it since: now it is version %d."
            .formatted(store.find(key).map(ChildrensHome::version).orElse(0)));
  }

  private HomePayload done(Integer key) {
    return new HomePayload(store.find(Objects.requireNonNull(key)).orElseThrow(), List.of());
  }
}
