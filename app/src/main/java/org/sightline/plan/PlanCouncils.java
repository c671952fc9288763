package org.sightline.plan;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaService;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroup;
import org.sightline.council.CouncilGroupService;
import org.sightline.council.GroupArgument;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;

/** Of which councils plans are asked for. */
@Singleton
public class PlanCouncils {
  private final AreaService areaService;
  private final CouncilGroupService groups;

  PlanCouncils(AreaService areaService, CouncilGroupService groups) {
    this.areaService = areaService;
    this.groups = groups;
  }

  /**
   * The keys of the councils of a group.
   *
   * @param among the schema's CouncilGroup; null is all of England, or for a member of a council
   *     made up for the demonstration all of those
   */
  public List<Integer> keys(@Nullable Map<String, Object> among) {
    Areas areas = areaService.all();
    CouncilGroup group =
        among == null && isOfMadeUpCouncil(areas)
            ? new CouncilGroup.Generated()
            : GroupArgument.read(among);
    return groups.members(group, areas, null).stream().map(Council::key).toList();
  }

  private static boolean isOfMadeUpCouncil(Areas areas) {
    Optional<Integer> own = BoundViewer.current().member().map(Member::councilKey);
    return own.filter(key -> areas.council(key).generated()).isPresent();
  }
}
