package org.sightline.benchmark.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

/**
 * Values in ascending order, at least one. Quantiles are type 7 of Hyndman and Fan (1996), "Sample
 * quantiles in statistical packages", which is also what spreadsheets and R use by default: exact
 * here, because interpolation is done on decimals.
 *
 * @param ascending one value or more
 */
public record Distribution(List<BigDecimal> ascending) {
  /** How many decimals a mean has beyond those of the indicator. */
  private static final int MORE_DECIMALS = 2;

  public Distribution {
    ascending = ascending.stream().sorted().toList();
    if (ascending.isEmpty()) {
      throw new IllegalArgumentException("A distribution has one value or more.");
    }
  }

  /** Of values in any order. */
  public static Distribution of(Collection<BigDecimal> values) {
    return new Distribution(List.copyOf(values));
  }

  public int size() {
    return ascending.size();
  }

  public BigDecimal minimum() {
    return ascending.getFirst();
  }

  public BigDecimal maximum() {
    return ascending.getLast();
  }

  public BigDecimal median() {
    return quarter(2);
  }

  public BigDecimal lowerQuartile() {
    return quarter(1);
  }

  public BigDecimal upperQuartile() {
    return quarter(3);
  }

  /**
   * The unweighted mean, rounded half up to two decimals more than the indicator has: not than
   * these values happen to have, which are whole ones now and then.
   *
   * @param decimals those of the indicator
   */
  public BigDecimal mean(int decimals) {
    BigDecimal sum = ascending.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return plain(
        sum.divide(BigDecimal.valueOf(size()), decimals + MORE_DECIMALS, RoundingMode.HALF_UP));
  }

  /** The cut point below which so many quarters of the values lie, by type 7. */
  private BigDecimal quarter(int quarters) {
    int quartersAlong = (size() - 1) * quarters;
    int below = quartersAlong / 4;
    int remainder = quartersAlong % 4;
    BigDecimal low = ascending.get(below);
    if (remainder == 0) {
      return low;
    }
    BigDecimal share = BigDecimal.valueOf(remainder * 25L, 2);
    return plain(ascending.get(below + 1).subtract(low).multiply(share).add(low));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
