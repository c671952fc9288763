package org.sightline.search;

import java.util.List;

/**
 * Which councils are asked for, and which could be.
 *
 * @param councils those of the group
 * @param all every council that may stand beside them: what a facet of councils counts
 * @param withFacets whether anything but the total is counted
 */
record SearchScope(List<Integer> councils, List<Integer> all, boolean withFacets) {
  SearchScope {
    councils = List.copyOf(councils);
    all = List.copyOf(all);
  }

  /** Nothing beyond the group, for whoever does not ask for facets. */
  SearchScope narrowed() {
    return new SearchScope(councils, councils, false);
  }
}
