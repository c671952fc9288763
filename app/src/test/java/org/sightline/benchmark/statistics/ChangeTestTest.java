package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sightline.benchmark.statistics.Exactly.DIGITS;
import static org.sightline.benchmark.statistics.Exactly.assertRelative;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ChangeTestTest {
  /**
   * The example in statsmodels' reference of {@code proportions_ztest}, which corrects nothing: 5
   * of 83 and 12 of 99, p = 0.159. The digits of z are a sum in 40 decimals, those of p
   * statsmodels' own test's.
   */
  @Example
  void twoProportionsAgreeWithTheExampleOfStatsmodels() {
    ChangeTest change = ChangeTest.twoProportions(5, 83, 12, 99);

    assertThat(change.p()).isCloseTo(0.159, within(0.0005));
    assertThat(change.p()).isCloseTo(0.15918129181156992, within(1e-12));
    assertRelative(change.z(), 1.4078304151258785);
    assertThat(change.moreThanChance()).isFalse();
  }

  /** Nine of 12 and four of 13 without a correction; with one, R's default, p would be 0.07. */
  @Example
  void nothingIsTakenOffForContinuity() {
    ChangeTest change = ChangeTest.twoProportions(9, 12, 4, 13);

    assertRelative(change.z() * change.z(), 4.890902366863905);
    assertThat(change.z()).isNegative();
    assertThat(change.p()).isCloseTo(0.02699857152205785, within(1e-12));
    assertThat(change.moreThanChance()).isTrue();
  }

  /**
   * R's help of poisson.test: "eba1977, compare Fredericia to other three cities for ages 55-59",
   * p-value = 0.07967.
   */
  @Example
  void twoRatesAgreeWithTheHelpOfR() {
    ChangeTest change = ChangeTest.twoRates(11, 800, 6 + 8 + 7, 1083 + 1050 + 878);

    assertThat(change.p()).isCloseTo(0.07967, within(0.000005));
    assertRelative(change.p(), 0.0796686330333295);
    assertThat(change.moreThanChance()).isFalse();
    assertThat(change.z()).isNegative();
  }

  /** Every outcome that is no likelier, added up in decimals. */
  @Property(tries = 300)
  void twoRatesAreTheSumOfWhatIsNoLikelier(
      @ForAll @IntRange(max = 40) int first,
      @ForAll @IntRange(max = 40) int second,
      @ForAll @IntRange(min = 1, max = 50) int firstDenominator,
      @ForAll @IntRange(min = 1, max = 50) int secondDenominator) {
    BigDecimal chance =
        BigDecimal.valueOf(firstDenominator)
            .divide(BigDecimal.valueOf(firstDenominator + secondDenominator), DIGITS);
    int trials = first + second;
    BigDecimal limit =
        Exactly.binomial(first, trials, chance).multiply(new BigDecimal("1.0000001"));

    double expected =
        IntStream.rangeClosed(0, trials)
            .mapToObj(successes -> Exactly.binomial(successes, trials, chance))
            .filter(probability -> probability.compareTo(limit) <= 0)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .doubleValue();

    assertRelative(
        ChangeTest.twoRates(first, firstDenominator, second, secondDenominator).p(), expected);
  }

  @Property
  void backwardsTheChangeIsTheOpposite(
      @ForAll @IntRange(max = 300) int first,
      @ForAll @IntRange(max = 300) int second,
      @ForAll @IntRange(min = 300, max = 900) int firstOf,
      @ForAll @IntRange(min = 300, max = 900) int secondOf) {
    assertMirrored(
        ChangeTest.twoProportions(first, firstOf, second, secondOf),
        ChangeTest.twoProportions(second, secondOf, first, firstOf));
    assertMirrored(
        ChangeTest.twoRates(first, firstOf, second, secondOf),
        ChangeTest.twoRates(second, secondOf, first, firstOf));
  }

  @Property
  void theOthersChangeTheOtherWay(
      @ForAll @IntRange(max = 300) int first, @ForAll @IntRange(max = 300) int second) {
    assertMirrored(
        ChangeTest.twoProportions(first, 300, second, 300),
        ChangeTest.twoProportions(300 - first, 300, 300 - second, 300));
  }

  @Example
  void nothingTwiceIsNoChange() {
    assertThat(ChangeTest.twoProportions(0, 5, 0, 9)).isEqualTo(new ChangeTest(0, 1, false));
    assertThat(ChangeTest.twoProportions(5, 5, 9, 9)).isEqualTo(new ChangeTest(0, 1, false));
    assertThat(ChangeTest.twoRates(0, 5, 0, 9)).isEqualTo(new ChangeTest(0, 1, false));
  }

  @Example
  void countsAsLargeAsEnglandsAreTested() {
    ChangeTest change = ChangeTest.twoRates(83_630, 12_100_000, 81_770, 12_183_016);

    assertThat(change.moreThanChance()).isTrue();
    assertThat(change.p()).isPositive();
  }

  @Example
  void aCountOfEventsIsWhole() {
    assertThatThrownBy(() -> ChangeTest.twoRates(1.5, 1, 1, 1))
        .hasMessage("A count of events is a whole number, not 1.5.");
  }

  private static void assertMirrored(ChangeTest one, ChangeTest other) {
    assertThat(other.z()).isCloseTo(-one.z(), within(1e-9));
    assertThat(other.p()).isCloseTo(one.p(), within(1e-9));
  }
}
