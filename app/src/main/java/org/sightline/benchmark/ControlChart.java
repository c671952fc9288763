package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Signal;
import org.sightline.indicator.Period;

/**
 * Which points of a series are more than common variation.
 *
 * @param kind null where it is refused
 * @param centre in the indicator's unit, at two decimals more than it has
 * @param trial under 13 points: the limits will move as points are added
 * @param points of the unbroken stretch that ends last; empty where it is refused
 * @param refusal in a sentence
 * @param basis in a sentence
 */
public record ControlChart(
    @Nullable Kind kind,
    @Nullable BigDecimal centre,
    @Nullable Boolean trial,
    List<Point> points,
    @Nullable NoStatisticReason refusedBecause,
    @Nullable String refusal,
    String basis) {

  /** Which chart. */
  public enum Kind {
    XMR("XmR chart (mean and 2.66 mean moving ranges either side, large ones screened out)"),
    P_CHART("p-chart (all numerators over all denominators, and 3 standard errors either side)");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * One point; limits in the indicator's unit, at two decimals more than it has.
   *
   * @param signals the strongest first; none where it is common variation
   */
  public record Point(
      Period period, BigDecimal value, BigDecimal lower, BigDecimal upper, List<Signal> signals) {
    public Point {
      signals = List.copyOf(signals);
    }
  }

  public ControlChart {
    points = List.copyOf(points);
  }

  static ControlChart refused(NoStatisticReason reason, String refusal) {
    return new ControlChart(null, null, null, List.of(), reason, refusal, refusal);
  }
}
