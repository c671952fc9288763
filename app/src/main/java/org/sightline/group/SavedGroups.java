package org.sightline.group;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.GroupSource;
import org.sightline.graphql.NotFound;

/** A group that the own organisation has saved: the field {@code saved} of a group. */
@Singleton
class SavedGroups implements GroupSource {
  private final SavedGroupService groups;

  SavedGroups(SavedGroupService groups) {
    this.groups = groups;
  }

  @Override
  public String field() {
    return "saved";
  }

  @Override
  public List<Council> members(Object asked, Areas areas, LocalDate day) {
    String id = (String) asked;
    return groups
        .find(id)
        .orElseThrow(() -> new NotFound("There is no saved group with the id '%s'.".formatted(id)))
        .councilKeys()
        .stream()
        .map(areas::council)
        .toList();
  }
}
