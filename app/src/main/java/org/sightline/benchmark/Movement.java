package org.sightline.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.DirectionOfTravel;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.Observation;

/**
 * How a council's figure moved since a day: from the newest period that was over by then and has a
 * value to the newest period of the same type that has one. That one came after the other does not
 * say why.
 *
 * @param since the day
 * @param asAt what was known on this day is used
 * @param before null where no period that was over by the day has a value
 * @param now null where no period has a value
 * @param change null with the reason in noChangeBecause, or where there is no newer period
 * @param travel by the indicator's polarity; null wherever change is
 */
public record Movement(
    Indicator indicator,
    LocalDate since,
    LocalDate asAt,
    @Nullable Observation before,
    @Nullable Observation now,
    @Nullable BigDecimal change,
    @Nullable NoChangeReason noChangeBecause,
    @Nullable DirectionOfTravel travel,
    @Nullable Boolean moreThanChance,
    @Nullable BigDecimal p,
    @Nullable NoStatisticReason noTestBecause,
    String basis) {

  /** Whether there is a newer value than the one of the day, comparable or not. */
  public boolean isThereANewerValue() {
    return before != null && now != null && !before.period().equals(now.period());
  }

  /** Up, down or the same at the indicator's decimals; null wherever change is. */
  public @Nullable DirectionOfTravel upOrDown() {
    @Nullable BigDecimal then = before == null ? null : before.value();
    return change == null || then == null
        ? null
        : DirectionOfTravel.between(then, then.add(change), indicator.decimals(), null);
  }
}
