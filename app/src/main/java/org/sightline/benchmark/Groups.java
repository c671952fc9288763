package org.sightline.benchmark;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroup;
import org.sightline.council.CouncilGroupService;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.NotFound;

/**
 * The members of groups that comparators ask for: each group is read once, however many standings
 * are compared with it, and what is wrong with it is found once too. For one operation's thread
 * only.
 */
final class Groups {
  private final CouncilGroupService groupService;
  private final Areas areas;
  private final LocalDate asAt;
  private final Map<CouncilGroup, Supplier<List<Council>>> known = new HashMap<>();

  Groups(CouncilGroupService groupService, Areas areas, LocalDate asAt) {
    this.groupService = groupService;
    this.areas = areas;
    this.asAt = asAt;
  }

  /**
   * The members of a group.
   *
   * @throws org.sightline.graphql.BadUserInput where the group is none
   * @throws org.sightline.graphql.NotFound where the viewer has no such group
   */
  List<Council> members(CouncilGroup group) {
    @Nullable Supplier<List<Council>> before = known.get(group);
    Supplier<List<Council>> read = before == null ? read(group) : before;
    known.put(group, read);
    return read.get();
  }

  private Supplier<List<Council>> read(CouncilGroup group) {
    try {
      List<Council> members = groupService.members(group, areas, asAt);
      return () -> members;
    } catch (BadUserInput | NotFound mistake) {
      return () -> {
        throw mistake;
      };
    }
  }
}
