package org.sightline;

import java.nio.file.Path;
import java.util.List;

/** One of the real official files, with the mapping and the release by which it is imported. */
public record OfficialFile(Path path, String mapping, String release) {
  private static final String CHILDREN_IN_NEED_2024 = "children-in-need-2024";
  private static final String CHILDREN_IN_NEED_2025 = "children-in-need-2025";
  private static final String LOOKED_AFTER_2025 = "children-looked-after-2025";

  /** All thirteen, the earlier release last: the order of imports must not matter. */
  public static List<OfficialFile> all() {
    return List.of(
        of(
            "ees/b1_children_in_need_2013_to_2025.csv",
            "children-in-need-b1-2025",
            CHILDREN_IN_NEED_2025),
        of(
            "ees/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
            "children-in-need-c1-2025",
            CHILDREN_IN_NEED_2025),
        of(
            "ees/d3_cpps_subsequent_plan_2013_to_2025.csv",
            "children-in-need-d3-2025",
            CHILDREN_IN_NEED_2025),
        of(
            "ees/ons_mid-year_population_estimates_2012_to_2024.csv",
            "mid-year-population-2024",
            "mid-year-population-2024"),
        of(
            "ees/cla_number_and_rate_per_10k_children.csv",
            "children-looked-after-numbers-2025",
            LOOKED_AFTER_2025),
        of(
            "ees/la_cla_placement_stability.csv",
            "children-looked-after-placement-stability-2025",
            LOOKED_AFTER_2025),
        of(
            "ees/la_care_leavers_accommodation_suitability.csv",
            "care-leavers-accommodation-2025",
            LOOKED_AFTER_2025),
        of("ees/la_care_leavers_activity.csv", "care-leavers-activity-2025", LOOKED_AFTER_2025),
        of(
            "ees/csww_indicators_2017_to_2025.csv",
            "social-work-workforce-2025",
            "social-work-workforce-2025"),
        of(
            "ees-2024-release/b1_children_in_need_2013_to_2024.csv",
            "children-in-need-b1-2024",
            CHILDREN_IN_NEED_2024),
        of(
            "ees-2024-release/c1_children_in_need_referrals_and_rereferrals_2013_to_2024.csv",
            "children-in-need-c1-2024",
            CHILDREN_IN_NEED_2024),
        of(
            "ees-2024-release/c2_children_in_need_assessments_duration_2014_to_2024.csv",
            "children-in-need-c2-2024",
            CHILDREN_IN_NEED_2024),
        of(
            "ees-2024-release/d3_cpps_subsequent_plan_2013_to_2024.csv",
            "children-in-need-d3-2024",
            CHILDREN_IN_NEED_2024));
  }

  private static OfficialFile of(String path, String mapping, String release) {
    return new OfficialFile(RealData.file(path), mapping, release);
  }
}
