package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class VerdictTest {
  private static final Map<Verdict, Verdict> OTHER_WAY =
      Map.of(
          Verdict.BETTER, Verdict.WORSE,
          Verdict.WORSE, Verdict.BETTER,
          Verdict.SIMILAR, Verdict.SIMILAR);

  @Example
  void aboveIsBetterWhereHigherComesFirst() {
    Interval above = new Interval(11.0, 12.0);
    Interval below = new Interval(8.0, 9.0);

    assertThat(Verdict.of(above, 10, Direction.HIGHER_FIRST)).isEqualTo(Verdict.BETTER);
    assertThat(Verdict.of(below, 10, Direction.HIGHER_FIRST)).isEqualTo(Verdict.WORSE);
    assertThat(Verdict.of(above, 10, null)).isEqualTo(Verdict.HIGHER);
    assertThat(Verdict.of(below, 10, null)).isEqualTo(Verdict.LOWER);
  }

  @Example
  void touchingIsSimilarAndNoLimitIsUnbounded() {
    assertThat(Verdict.of(new Interval(10.0, 12.0), 10, null)).isEqualTo(Verdict.SIMILAR);
    assertThat(Verdict.of(new Interval(8.0, 10.0), 10, null)).isEqualTo(Verdict.SIMILAR);
    assertThat(Verdict.of(new Interval(null, 12.0), 10, null)).isEqualTo(Verdict.SIMILAR);
    assertThat(Verdict.of(new Interval(null, 9.0), 10, null)).isEqualTo(Verdict.LOWER);
    assertThat(Verdict.of(new Interval(11.0, null), 10, null)).isEqualTo(Verdict.HIGHER);
    assertThat(Verdict.of(new Interval(null, null), 10, null)).isEqualTo(Verdict.SIMILAR);
  }

  @Property
  void turnsRoundWithTheDirection(
      @ForAll @DoubleRange(max = 10) double lower,
      @ForAll @DoubleRange(max = 10) double width,
      @ForAll @DoubleRange(max = 20) double benchmark) {
    Interval interval = new Interval(lower, lower + width);

    Verdict lowFirst = Verdict.of(interval, benchmark, Direction.LOWER_FIRST);
    Verdict highFirst = Verdict.of(interval, benchmark, Direction.HIGHER_FIRST);
    Verdict neutral = Verdict.of(interval, benchmark, null);

    assertThat(highFirst).isEqualTo(Objects.requireNonNull(OTHER_WAY.get(lowFirst)));
    assertThat(neutral == Verdict.SIMILAR).isEqualTo(interval.contains(benchmark));
    assertThat(neutral == Verdict.HIGHER).isEqualTo(lowFirst == Verdict.WORSE);
  }

  @Example
  void anIntervalHasItsLimitsInOrder() {
    assertThatThrownBy(() -> new Interval(2.0, 1.0))
        .hasMessage("The lower limit 2.0 is above the upper limit 1.0.");
    assertThatThrownBy(() -> new Interval(Double.NaN, 1.0))
        .hasMessage("A limit of an interval is a number, or none.");
  }
}
