package org.sightline.plan.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.report.CountsByStatus;

/**
 * A workstream of a plan, as it is counted.
 *
 * @param themeCode null where the council has not said which theme it is about
 * @param actions none where only counts are known
 */
record CountedPart(
    int workstreamKey,
    String name,
    @Nullable String themeCode,
    CountsByStatus counts,
    List<CountedAction> actions) {}
