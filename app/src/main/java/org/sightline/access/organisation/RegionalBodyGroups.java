package org.sightline.access.organisation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.GroupSource;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.NotFound;

/** The councils that belong to a regional body: the field {@code regionalBody} of a group. */
@Singleton
class RegionalBodyGroups implements GroupSource {
  private final OrganisationService organisations;

  RegionalBodyGroups(OrganisationService organisations) {
    this.organisations = organisations;
  }

  @Override
  public String field() {
    return "regionalBody";
  }

  @Override
  public List<Council> members(Object asked, Areas areas, LocalDate day) {
    String id = (String) asked;
    int body =
        GlobalId.number(OrganisationFields.ORGANISATION, id)
            .filter(organisations::isRegionalBody)
            .orElseThrow(
                () -> new NotFound("There is no regional body with the id '%s'.".formatted(id)));
    List<Integer> councils = organisations.councilsOf(body, day);
    if (councils.isEmpty()) {
      throw new BadUserInput(
          "No councils are recorded for this regional body on %s. An operator does it with setRegionalBodyCouncils."
              .formatted(day),
          "regionalBody");
    }
    return councils.stream()
        .map(areas::council)
        .sorted(Comparator.comparing(Council::name))
        .toList();
  }
}
