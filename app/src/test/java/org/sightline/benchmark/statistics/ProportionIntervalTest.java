package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sightline.benchmark.statistics.Exactly.DIGITS;
import static org.sightline.benchmark.statistics.Exactly.assertRelative;

import java.math.BigDecimal;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProportionIntervalTest {
  @Example
  void agreesWithNewcombe() {
    assertRounded(81, 263, 0.2553, 0.3662);
    assertRounded(15, 148, 0.0624, 0.1605);
    assertRounded(0, 20, 0.0000, 0.1611);
    assertRounded(1, 29, 0.0061, 0.1718);
  }

  /** Test data of OHID's PHEindicatormethods 2.1, phe_proportion. */
  @Example
  void agreesWithTheDepartmentOfHealth() {
    assertInterval(1, 100, Confidence.P95, 1.7674320641406511E-3, 5.4486196178705294E-2);
    assertInterval(1, 100, Confidence.P998, 8.73065697299977E-4, 0.1045544528370582);
    assertInterval(65, 100, Confidence.P95, 0.5525444329688797, 0.7363575175690247);
    assertInterval(65, 100, Confidence.P998, 0.4954946574070431, 0.7783540614089697);
    assertInterval(9856, 12345, Confidence.P95, 0.7912101752909069, 0.8053640073614909);
    assertInterval(9856, 12345, Confidence.P998, 0.7869924108419063, 0.8093061412589626);
  }

  @Property
  void solvesItsEquationToThePrecisionOfDecimals(
      @ForAll @IntRange(min = 0, max = 50_000) int count,
      @ForAll @IntRange(min = 0, max = 50_000) int rest,
      @ForAll Confidence confidence) {
    int of = count + rest + 1;
    Interval interval = ProportionInterval.wilson(count, of, confidence);

    assertRelative(interval.upper(), textbook(count, of, confidence, 1));
    if (count > 0) {
      assertRelative(interval.lower(), textbook(count, of, confidence, -1));
    }
  }

  @Property
  void thatOfTheOthersIsItsMirror(
      @ForAll @IntRange(max = 500) int count,
      @ForAll @IntRange(max = 500) int rest,
      @ForAll Confidence confidence) {
    int of = count + rest + 1;
    Interval interval = ProportionInterval.wilson(count, of, confidence);
    Interval mirror = ProportionInterval.wilson(of - count, of, confidence);

    assertThat(lower(mirror)).isCloseTo(1 - upper(interval), within(1e-12));
    assertThat(upper(mirror)).isCloseTo(1 - lower(interval), within(1e-12));
  }

  @Property
  void holdsTheProportionAndIsWiderWhenSurer(
      @ForAll @IntRange(max = 5000) int count, @ForAll @IntRange(min = 1, max = 5000) int rest) {
    int of = count + rest;
    Interval sure = ProportionInterval.wilson(count, of, Confidence.P95);
    Interval surer = ProportionInterval.wilson(count, of, Confidence.P998);
    Interval next = ProportionInterval.wilson(count + 1, of, Confidence.P95);

    assertThat(sure.contains((double) count / of)).isTrue();
    assertThat(lower(surer)).isLessThanOrEqualTo(lower(sure));
    assertThat(upper(surer)).isGreaterThan(upper(sure)).isLessThanOrEqualTo(1);
    assertThat(lower(next)).isGreaterThan(lower(sure));
    assertThat(upper(next)).isGreaterThan(upper(sure));
  }

  @Example
  void noneAndAllEndAtNothingAndOne() {
    assertThat(ProportionInterval.wilson(0, 20, Confidence.P998).lower()).isEqualTo(0.0);
    assertThat(ProportionInterval.wilson(20, 20, Confidence.P998).upper()).isEqualTo(1.0);
  }

  @Example
  void aCountAboveItsDenominatorIsRefused() {
    assertThatThrownBy(() -> ProportionInterval.wilson(3, 2, Confidence.P95))
        .hasMessage("3.0 is more than the 2.0 of which it is a part.");
    assertThatThrownBy(() -> ProportionInterval.wilson(0, 0, Confidence.P95))
        .hasMessage("A denominator is more than 0, not 0.0.");
    assertThatThrownBy(() -> ProportionInterval.wilson(-1, 2, Confidence.P95))
        .hasMessage("A count is 0 or more, not -1.0.");
  }

  /** (2np + z2 -/+ z root(z2 + 4npq)) / 2(n + z2), as Newcombe writes it. */
  private static double textbook(int count, int of, Confidence confidence, int side) {
    BigDecimal z = Exactly.z(confidence);
    BigDecimal z2 = z.multiply(z);
    BigDecimal n = BigDecimal.valueOf(of);
    BigDecimal r = BigDecimal.valueOf(count);
    BigDecimal npq = r.multiply(n.subtract(r)).divide(n, DIGITS);
    BigDecimal half = z.multiply(z2.add(npq.multiply(BigDecimal.valueOf(4))).sqrt(DIGITS));
    return r.multiply(BigDecimal.TWO)
        .add(z2)
        .add(half.multiply(BigDecimal.valueOf(side)))
        .divide(n.add(z2).multiply(BigDecimal.TWO), DIGITS)
        .doubleValue();
  }

  private static void assertRounded(int count, int of, double lower, double upper) {
    Interval interval = ProportionInterval.wilson(count, of, Confidence.P95);
    assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
    assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
  }

  private static void assertInterval(
      int count, int of, Confidence confidence, double lower, double upper) {
    Interval interval = ProportionInterval.wilson(count, of, confidence);
    assertRelative(interval.lower(), lower);
    assertRelative(interval.upper(), upper);
  }

  private static double lower(Interval interval) {
    return Objects.requireNonNull(interval.lower());
  }

  private static double upper(Interval interval) {
    return Objects.requireNonNull(interval.upper());
  }
}
