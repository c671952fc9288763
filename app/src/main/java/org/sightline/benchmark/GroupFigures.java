package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.council.Area;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroup;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;

/** The figures of a group of councils in a period. */
final class GroupFigures {
  /** The field of the schema's CouncilGroup that names a saved group. */
  private static final String SAVED = "saved";

  private GroupFigures() {}

  /**
   * The observations of a group: each council that exists at the period's end, and each joint
   * return of councils that are all in the group.
   */
  static List<Observation> of(Collection<Council> members, Figures figures, Period period) {
    return ofAll(
        members.stream().filter(council -> council.existsOn(period.endsOn())).toList(),
        figures,
        period);
  }

  /** The same of every council, be it that it does not exist then: it is missing for that. */
  static List<Observation> ofAll(Collection<Council> members, Figures figures, Period period) {
    List<Area> all = new ArrayList<>(members);
    Set<Integer> keys =
        members.stream()
            .filter(council -> council.existsOn(period.endsOn()))
            .map(Area::key)
            .collect(Collectors.toSet());
    figures.jointReturns(period).stream()
        .filter(joint -> keys.containsAll(joint.memberKeys()))
        .forEach(all::add);
    return all.stream().map(area -> figures.of(area, period)).toList();
  }

  /** Whether a group names its councils one by one, rather than by what they have in common. */
  static boolean isOfNamed(CouncilGroup group) {
    return switch (group) {
      case CouncilGroup.NeighboursOf _, CouncilGroup.Named _, CouncilGroup.Pinned _ -> true;
      case CouncilGroup.Elsewhere elsewhere -> elsewhere.field().equals(SAVED);
      case CouncilGroup.England _,
          CouncilGroup.Generated _,
          CouncilGroup.InRegion _,
          CouncilGroup.OfType _ ->
          false;
    };
  }

  /** The values there are. */
  static List<BigDecimal> values(List<Observation> observations) {
    return observations.stream().flatMap(one -> Stream.ofNullable(one.value())).toList();
  }
}
