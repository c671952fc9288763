package org.sightline.benchmark;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroup;
import org.sightline.council.CouncilGroupService;

/**
 * The members of groups that comparators ask for: each group is read once, however many standings
 * are compared with it. For one operation's thread only.
 */
final class Groups {
  private final CouncilGroupService groupService;
  private final Areas areas;
  private final LocalDate asAt;
  private final Map<CouncilGroup, List<Council>> known = new HashMap<>();

  Groups(CouncilGroupService groupService, Areas areas, LocalDate asAt) {
    this.groupService = groupService;
    this.areas = areas;
    this.asAt = asAt;
  }

  List<Council> members(CouncilGroup group) {
    return known.computeIfAbsent(group, asked -> groupService.members(asked, areas, asAt));
  }
}
