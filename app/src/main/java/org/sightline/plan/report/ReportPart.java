package org.sightline.plan.report;

import org.jspecify.annotations.Nullable;

/**
 * A workstream as a report names it.
 *
 * @param themeCode null where the council has not said which theme it is about
 * @param statedTotal null where none is stated
 */
public record ReportPart(
    int reportKey,
    int workstreamKey,
    int position,
    String name,
    @Nullable String themeCode,
    @Nullable Integer statedTotal) {}
