package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.benchmark.statistics.Exactly.assertRelative;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class OverDispersionTest {
  /** Eleven scores -5 to 5: the tenth from either end is -4 and 4, so the ends become these. */
  @Example
  void theOutermostTenthIsDrawnIn() {
    double[] scores = IntStream.rangeClosed(-5, 5).asDoubleStream().toArray();
    double[] errors = new double[11];
    Arrays.fill(errors, 2);

    OverDispersion dispersion = OverDispersion.of(scores, errors);

    double phi = 2 * (1 + 4 + 9 + 16 + 16) / 11.0;
    assertRelative(dispersion.phi(), phi);
    assertRelative(dispersion.factor(), Math.sqrt(phi));
    // With equal weights w = 1/4, (n phi - (n - 1)) / (n w - w) is 4 (92 - 10) / 10.
    assertRelative(dispersion.tauSquared(), 32.8);
    assertRelative(dispersion.tau(), Math.sqrt(32.8));
  }

  @Example
  void weightsAreThoseOfDerSimonianAndLaird() {
    double[] scores = {-3, 3};
    double[] errors = {1, 2};

    // Winsorised at 10% of two: -2.4 and 2.4. Weights 1 and 1/4: 5/4 - (17/16) / (5/4) = 0.4.
    OverDispersion dispersion = OverDispersion.of(scores, errors);

    assertRelative(dispersion.phi(), 5.76);
    assertRelative(dispersion.tauSquared(), (2 * 5.76 - 1) / 0.4);
  }

  @Example
  void chanceAloneIsNoOverDispersion() {
    OverDispersion dispersion =
        OverDispersion.of(new double[] {-0.5, 0.5, 0.2}, new double[] {1, 1, 1});

    assertThat(dispersion.phi()).isLessThan(1);
    assertThat(dispersion.factor()).isEqualTo(1);
    assertThat(dispersion.tauSquared()).isEqualTo(0);
  }

  @Example
  void oneCouncilSaysNothing() {
    assertThat(OverDispersion.of(new double[] {9}, new double[] {1}))
        .isEqualTo(new OverDispersion(1, 0));
  }

  @Property
  void anOutlierFurtherOutChangesNothing(
      @ForAll @Size(30) double @DoubleRange(min = -5, max = 5) [] scores,
      @ForAll @DoubleRange(min = 1, max = 1000) double further) {
    double[] errors = new double[30];
    Arrays.fill(errors, 1);
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    OverDispersion before = OverDispersion.of(sorted, errors);
    sorted[29] += further;

    assertThat(OverDispersion.of(sorted, errors)).isEqualTo(before);
  }
}
