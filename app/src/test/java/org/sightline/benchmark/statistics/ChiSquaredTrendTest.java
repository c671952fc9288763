package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.sightline.benchmark.statistics.Exactly.assertRelative;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ChiSquaredTrendTest {
  @Example
  void theThresholdIsTheDepartmentsOwn() {
    assertThat(ChiSquaredTrend.THRESHOLD).isCloseTo(9.5495, within(0.00005));
    assertRelative(ChiSquaredTrend.THRESHOLD, 9.54953570608324);
  }

  /**
   * Rosner, "Fundamentals of biostatistics": breast cancer and age at first birth, 129.01; the R
   * project's help of prop.trend.test: smokers, 8.2249; Altman's caesarean sections by shoe size in
   * Dalgaard's "Introductory statistics with R", 8.0237. Further digits by mpmath.
   */
  @Example
  void proportionsAgreeWithTheTextbooks() {
    List<Double> cancers = List.of(320.0, 1206.0, 1011.0, 463.0, 220.0);
    List<Double> women = List.of(1742.0, 5638.0, 3904.0, 1555.0, 626.0);
    ChiSquaredTrend trend = ChiSquaredTrend.ofProportions(cancers, women);

    assertRelative(trend.statistic(), 129.0120417619801);
    assertThat(trend.direction()).isEqualTo(TrendDirection.INCREASING);
    assertRelative(
        CochranArmitage.statistic(
            List.of(83.0, 90.0, 129.0, 70.0), List.of(86.0, 93.0, 136.0, 82.0)),
        8.224922285197676);
    assertRelative(
        CochranArmitage.statistic(
            List.of(5.0, 7.0, 6.0, 7.0, 8.0, 10.0), List.of(22.0, 35.0, 42.0, 48.0, 54.0, 150.0)),
        8.02367940440894);
  }

  /** The example in the help of OHID's assign_trend_markers; the statistic by mpmath. */
  @Example
  void figuresWithIntervalsAgreeWithTheRegression() {
    ChiSquaredTrend trend =
        ChiSquaredTrend.ofValues(
            List.of(30.6, 30.2, 28.0, 24.6, 24.67),
            List.of(
                new Interval(28.98, 32.25),
                new Interval(28.63, 31.9),
                new Interval(26.44, 29.64),
                new Interval(23.15, 26.19),
                new Interval(23.16, 26.25)));

    assertRelative(trend.statistic(), 46.7635971605496);
    assertThat(trend.direction()).isEqualTo(TrendDirection.DECREASING);
  }

  @Example
  void ratesAreFiguresWithTheirIntervals() {
    List<Double> counts = List.of(1367.0, 1332.0, 1199.0, 1023.0, 994.0);
    List<Double> denominators = List.of(44701.0, 44064.0, 42811.0, 41527.0, 40299.0);

    ChiSquaredTrend trend = ChiSquaredTrend.ofRates(counts, denominators);

    // The published values and limits are those of these counts, rounded.
    assertThat(trend.statistic()).isCloseTo(46.76, withinPercentage(1));
    assertThat(trend.direction()).isEqualTo(TrendDirection.DECREASING);
  }

  @Example
  void onlyTheLastFivePointsCount() {
    List<Double> denominators = Collections.nCopies(7, 1000.0);
    ChiSquaredTrend seven =
        ChiSquaredTrend.ofProportions(
            List.of(900.0, 10.0, 100.0, 150.0, 200.0, 250.0, 300.0), denominators);
    ChiSquaredTrend five =
        ChiSquaredTrend.ofProportions(
            List.of(100.0, 150.0, 200.0, 250.0, 300.0), denominators.subList(0, 5));

    assertThat(seven).isEqualTo(five);
    assertThat(five.direction()).isEqualTo(TrendDirection.INCREASING);
  }

  @Example
  void aTrendThatOnePointMakesIsNone() {
    ChiSquaredTrend trend =
        ChiSquaredTrend.ofProportions(
            List.of(140.0, 130.0, 120.0, 110.0, 400.0), Collections.nCopies(5, 1000.0));

    assertThat(trend.statistic()).isGreaterThan(ChiSquaredTrend.THRESHOLD);
    assertThat(trend.turnsWithoutOnePoint()).isTrue();
    assertThat(trend.direction()).isEqualTo(TrendDirection.NO_SIGNIFICANT_CHANGE);
  }

  @Property
  void backwardsItIsTheOtherMovement(
      @ForAll @Size(5) List<@IntRange(min = 1, max = 400) Integer> counts) {
    List<Double> denominators = Collections.nCopies(5, 500.0);
    List<Double> forward = counts.stream().map(Integer::doubleValue).toList();

    Stream.of(
            List.of(
                ChiSquaredTrend.ofProportions(forward, denominators),
                ChiSquaredTrend.ofProportions(forward.reversed(), denominators)),
            List.of(
                ChiSquaredTrend.ofRates(forward, denominators),
                ChiSquaredTrend.ofRates(forward.reversed(), denominators)))
        .forEach(ChiSquaredTrendTest::assertOpposite);
  }

  @Property
  void noneAndAllHaveNoTrend(@ForAll @IntRange(min = 1, max = 500) int denominator) {
    List<Double> denominators = Collections.nCopies(5, (double) denominator);

    for (double count : new double[] {0, denominator}) {
      ChiSquaredTrend trend =
          ChiSquaredTrend.ofProportions(Collections.nCopies(5, count), denominators);
      assertThat(trend)
          .isEqualTo(new ChiSquaredTrend(0, TrendDirection.NO_SIGNIFICANT_CHANGE, false));
    }
  }

  @Example
  void fewerThanFivePointsAreRefused() {
    List<Double> four = IntStream.range(0, 4).mapToObj(i -> (double) i).toList();

    assertThatThrownBy(() -> ChiSquaredTrend.ofRates(four, four))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A recent trend takes 5 points, not 4.");
    assertThatThrownBy(() -> ChiSquaredTrend.ofProportions(four, four.subList(0, 3)))
        .hasMessage("4 points go with 3 others.");
    assertThatThrownBy(
            () ->
                ChiSquaredTrend.ofValues(
                    Collections.nCopies(5, 1.0), Collections.nCopies(5, new Interval(null, 1.0))))
        .hasMessage("A trend is tested with both limits of each interval.");
    assertThatThrownBy(
            () ->
                ChiSquaredTrend.ofValues(
                    Collections.nCopies(5, 1.0), Collections.nCopies(5, new Interval(1.0, 1.0))))
        .hasMessage("A trend is tested with intervals that have a width.");
  }

  private static void assertOpposite(List<ChiSquaredTrend> trends) {
    ChiSquaredTrend forward = trends.getFirst();
    ChiSquaredTrend backward = trends.getLast();
    assertThat(backward.statistic()).isCloseTo(forward.statistic(), within(1e-6));
    assertThat(backward.direction())
        .isEqualTo(
            switch (forward.direction()) {
              case INCREASING -> TrendDirection.DECREASING;
              case DECREASING -> TrendDirection.INCREASING;
              case NO_SIGNIFICANT_CHANGE -> TrendDirection.NO_SIGNIFICANT_CHANGE;
            });
  }
}
