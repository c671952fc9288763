package org.sightline.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the circle that a new dependency would close. */
record DependencyCircle(List<Dependency> known) {

  /**
   * The actions of the circle, each waiting for the next and the last for the first; empty where
   * there would be none.
   */
  List<Integer> closedBy(Dependency added) {
    List<Integer> way = new ArrayList<>(List.of(added.actionKey()));
    return reaches(added.dependsOnKey(), added.actionKey(), way, new HashSet<>()) ? way : List.of();
  }

  private boolean reaches(int from, int goal, List<Integer> way, Set<Integer> seen) {
    if (from == goal) {
      return true;
    }
    if (!seen.add(from)) {
      return false;
    }
    way.add(from);
    for (Dependency next : known) {
      if (next.actionKey() == from && reaches(next.dependsOnKey(), goal, way, seen)) {
        return true;
      }
    }
    way.removeLast();
    return false;
  }
}
