package org.sightline.governance.review;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an adviser writes into a review.
 *
 * @param points null where those that stand stay
 */
record Draft(LocalDate heldOn, String title, String conclusion, @Nullable List<Point> points) {
  Draft {
    points = points == null ? null : List.copyOf(points);
  }

  /** One point, in the order of the list. */
  record Point(ReviewPointKind kind, @Nullable String theme, String text) {}
}
