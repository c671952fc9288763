package org.sightline.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.Period;

/**
 * Every member of one dimension benchmarked like any other figure, side by side, and the total.
 *
 * @param columns one for each member that the indicator's figures have, by name
 */
public record DimensionTable(
    Indicator indicator, String dimension, Period period, List<Column> columns, Total total) {
  public DimensionTable {
    columns = List.copyOf(columns);
  }

  /** One member. */
  public record Column(String member, Benchmark benchmark) {}

  /**
   * All members together.
   *
   * @param benchmark of the totals, or null with {@code noTotalBecause}
   * @param derived whether any total of the group, of its regions or of England was summed of parts
   * @param basis which are given and which are summed, and of what
   * @param checks where a total and all its parts are given as counts
   */
  public record Total(
      @Nullable Benchmark benchmark,
      @Nullable NoTotalReason noTotalBecause,
      boolean derived,
      String basis,
      List<TotalCheck> checks) {
    public Total {
      checks = List.copyOf(checks);
    }
  }
}
