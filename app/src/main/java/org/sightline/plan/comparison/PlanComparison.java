package org.sightline.plan.comparison;

import java.time.LocalDate;
import java.util.List;

/**
 * Plans side by side.
 *
 * @param at the day
 * @param from the first day of the span of completions
 * @param plans by the names of council and plan
 * @param themes of which at least one workstream of these plans is about
 * @param groupSize how many councils the group has
 * @param councilsShowing how many of them show the viewer a plan
 */
record PlanComparison(
    LocalDate at,
    LocalDate from,
    List<ComparedPlan> plans,
    List<Theme> themes,
    List<UnmappedWorkstream> unmappedWorkstreams,
    int groupSize,
    int councilsShowing,
    String basis) {
  PlanComparison {
    plans = List.copyOf(plans);
    themes = List.copyOf(themes);
    unmappedWorkstreams = List.copyOf(unmappedWorkstreams);
  }
}
