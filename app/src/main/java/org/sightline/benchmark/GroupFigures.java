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
import org.sightline.council.JointReturn;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;

/** The figures of a group of councils in a period. */
final class GroupFigures {
  private GroupFigures() {}

  /**
   * The observations of a group: each council that exists at the period's end, and each joint
   * return of councils that are all in the group.
   */
  static List<Observation> of(Collection<Council> members, Figures figures, Period period) {
    List<Area> present = new ArrayList<>();
    members.stream().filter(council -> council.existsOn(period.endsOn())).forEach(present::add);
    Set<Integer> keys = present.stream().map(Area::key).collect(Collectors.toSet());
    List<JointReturn> jointReturns =
        figures.jointReturns(period).stream()
            .filter(joint -> keys.containsAll(joint.memberKeys()))
            .toList();
    present.addAll(jointReturns);
    return present.stream().map(area -> figures.of(area, period)).toList();
  }

  /** The values there are. */
  static List<BigDecimal> values(List<Observation> observations) {
    return observations.stream().flatMap(one -> Stream.ofNullable(one.value())).toList();
  }
}
