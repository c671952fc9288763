package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.benchmark.statistics.Exactly.assertRelative;

import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class MeanIntervalTest {
  /** Test data of OHID's PHEindicatormethods 2.1, phe_mean. */
  @Example
  void agreesWithTheDepartmentOfHealth() {
    Interval small = MeanInterval.of(53.70434500000001, 20.97557525770931, 8, Confidence.P95);
    assertRelative(small.lower(), 36.168325241336504);
    assertRelative(small.upper(), 71.24036475866352);
    Interval surer = MeanInterval.of(53.70434500000001, 20.97557525770931, 8, Confidence.P998);
    assertRelative(surer.lower(), 18.216705294788838);
    assertRelative(surer.upper(), 89.19198470521118);
    Interval large = MeanInterval.of(3948.1141538461534, 3171.8018122194453, 26, Confidence.P998);
    assertRelative(large.lower(), 1801.9535385474737);
    assertRelative(large.upper(), 6094.274769144833);
  }

  /** Student's own sleep data (R's help of t.test): differences of 10 pairs, -2.4599 to -0.7001. */
  @Example
  void agreesWithStudent() {
    Interval interval = MeanInterval.of(-1.58, 1.2299954832798732, 10, Confidence.P95);

    assertRelative(interval.lower(), -2.4598857632769824);
    assertRelative(interval.upper(), -0.7001142367230176);
  }

  @Property
  void isCentredAndWiderForFewer(
      @ForAll @DoubleRange(min = -100, max = 100) double mean,
      @ForAll @DoubleRange(min = 0.1, max = 50) double deviation,
      @ForAll @IntRange(min = 2, max = 400) int n) {
    double half = upper(MeanInterval.of(mean, deviation, n, Confidence.P95)) - mean;
    double surer = upper(MeanInterval.of(mean, deviation, n, Confidence.P998)) - mean;
    double more = upper(MeanInterval.of(mean, deviation, n + 1, Confidence.P95)) - mean;

    assertThat(surer).isGreaterThan(half);
    assertThat(more).isLessThan(half);
    assertThat(half).isGreaterThan(Confidence.P95.z() * deviation / Math.sqrt(n));
  }

  @Example
  void oneValueHasNoInterval() {
    assertThatThrownBy(() -> MeanInterval.of(1, 1, 1, Confidence.P95))
        .hasMessage("The mean of 1 values has no interval.");
    assertThatThrownBy(() -> MeanInterval.of(1, -1, 2, Confidence.P95))
        .hasMessage("A standard deviation is 0 or more, not -1.0.");
  }

  private static double upper(Interval interval) {
    return Objects.requireNonNull(interval.upper());
  }
}
