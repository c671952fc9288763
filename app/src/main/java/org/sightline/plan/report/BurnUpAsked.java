package org.sightline.plan.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Over which days a plan's course is asked for.
 *
 * @param from null for its first report
 * @param to null for its last
 */
record BurnUpAsked(int planKey, @Nullable LocalDate from, @Nullable LocalDate to) {
  /** The newest revisions within, the earliest first. */
  List<StatusReport> choose(List<StatusReport> ofPlan) {
    return ofPlan.stream()
        .filter(StatusReport::isNewestRevision)
        .filter(one -> from == null || !one.asAt().isBefore(from))
        .filter(one -> to == null || !one.asAt().isAfter(to))
        .sorted(Comparator.comparing(StatusReport::asAt))
        .toList();
  }
}
