package org.sightline.benchmark;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.council.CouncilGroup;
import org.sightline.graphql.BadUserInput;
import org.sightline.indicator.PeriodType;

/**
 * Who improved: what is asked.
 *
 * @param period the last period's code, or null for the newest
 * @param periods how many periods back the first one lies, 1 to 60
 * @param direction which end is better, or null to go by the indicator's polarity
 */
public record ImproversQuestion(
    String indicator,
    CouncilGroup among,
    @Nullable String period,
    int periods,
    @Nullable PeriodType periodType,
    LocalDate asAt,
    Map<String, String> breakdown,
    @Nullable Direction direction) {
  private static final int MOST_PERIODS = 60;

  public ImproversQuestion {
    breakdown = Map.copyOf(breakdown);
    if (periods < 1 || periods > MOST_PERIODS) {
      throw new BadUserInput(
          "A change is told over 1 to %d periods, not %d.".formatted(MOST_PERIODS, periods),
          "periods");
    }
  }
}
