package org.sightline.access.organisation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaService;
import org.sightline.council.Council;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;

/** Lets operators say which councils a regional body is for, from a day on. */
@Singleton
class RegionalBodyChanges {
  private static final int MOST_COUNCILS = 200;

  private final OrganisationService organisations;
  private final OrganisationStore store;
  private final AreaService areas;

  RegionalBodyChanges(
      OrganisationService organisations, OrganisationStore store, AreaService areas) {
    this.organisations = organisations;
    this.store = store;
    this.areas = areas;
  }

  /**
   * From a day on a body is for these councils and no others; what held before that day stays.
   *
   * @throws org.sightline.tenancy.Forbidden when the viewer is no operator
   * @throws org.sightline.graphql.BadUserInput when no council has ever had one of the codes
   */
  RegionalBodyPayload set(Input input) {
    Member _ = BoundViewer.current().require(Role.OPERATOR);
    UserErrors errors = new UserErrors();
    String code = input.required("code");
    @Nullable Organisation body = organisations.byCode().get(code);
    errors.addIf(
        body == null || body.kind() != OrganisationKind.REGIONAL_BODY,
        "code",
        "NOT_FOUND",
        "There is no regional body with the code '%s'.".formatted(code));
    List<String> codes = Objects.requireNonNull(input.texts("councils"));
    errors.addIf(
        codes.isEmpty() || codes.size() > MOST_COUNCILS,
        "councils",
        "NOT_ALLOWED",
        "A regional body is for 1 to %d councils; %d are named."
            .formatted(MOST_COUNCILS, codes.size()));
    if (!errors.isEmpty() || body == null) {
      return RegionalBodyPayload.wrong(errors);
    }
    List<Council> councils = areas.listByCodes(areas.all(), codes);
    LocalDate from = Objects.requireNonNull(input.day("from"));
    checkCouncils(councils, from, errors);
    if (!errors.isEmpty()) {
      return RegionalBodyPayload.wrong(errors);
    }
    store.setCouncils(body.key(), councils.stream().map(Council::key).distinct().toList(), from);
    return new RegionalBodyPayload(body, List.of());
  }

  private static void checkCouncils(List<Council> councils, LocalDate from, UserErrors errors) {
    councils.stream()
        .filter(council -> !council.existsOn(from))
        .forEach(
            council ->
                errors.add(
                    "councils",
                    "NOT_ALLOWED",
                    "%s does not exist on %s.".formatted(council.name(), from)));
    errors.addIf(
        councils.stream().map(Council::generated).distinct().count() > 1,
        "councils",
        "NOT_ALLOWED",
        "Councils made up for the demonstration are never put together with real ones.");
  }
}
