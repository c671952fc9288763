package org.sightline.plan.comparison;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.BadUserInput;

/**
 * Which plans are compared, and as at when.
 *
 * @param among the schema's CouncilGroup
 * @param at the day, today at the latest
 * @param theme a theme's code, null for whole plans
 * @param from the first day of the span of completions
 */
record ComparisonAsked(
    @Nullable Map<String, Object> among, LocalDate at, @Nullable String theme, LocalDate from) {
  ComparisonAsked {
    if (at.isAfter(Arguments.today())) {
      throw new BadUserInput(
          "Plans are compared as they were or are: %s has not come yet.".formatted(at), "at");
    }
    if (!from.isBefore(at)) {
      throw new BadUserInput(
          "Completions are counted from a day before %s; from is %s.".formatted(at, from), "from");
    }
  }

  /** Whether it is asked how things stand now, so that a plan's own actions tell. */
  boolean isToday() {
    return at.equals(Arguments.today());
  }
}
