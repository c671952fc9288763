package org.sightline.plan.report;

import org.jspecify.annotations.Nullable;

/**
 * How many actions had a status, as a report states it.
 *
 * @param workstreamKey null for the whole plan
 */
record ReportLine(
    int reportKey, @Nullable Integer workstreamKey, StatedStatus status, int actions) {}
