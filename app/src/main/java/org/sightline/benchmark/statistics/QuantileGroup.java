package org.sightline.benchmark.statistics;

import org.jspecify.annotations.Nullable;

/**
 * The group of a rank when n areas are cut into so many groups, 1 being the group of rank 1.
 *
 * <p>OHID's rule, as in its PHEindicatormethods {@code phe_quantile}: ties take the lowest rank, so
 * that they share a group, and groups need not be of one size. Done in whole numbers, because in
 * floating point some areas at a boundary fall into the wrong group.
 */
public final class QuantileGroup {
  private QuantileGroup() {}

  /**
   * floor(q + 1 - ceil((n + 1 - rank) / (n / q))).
   *
   * @param minRank 1 to n
   * @param n how many are ranked
   * @param quantiles q, such as 5 for fifths
   * @return 1 to q, or null where fewer areas than groups are ranked
   * @throws IllegalArgumentException when the rank is not within 1 to n, or q is under 1
   */
  public static @Nullable Integer of(int minRank, int n, int quantiles) {
    if (minRank < 1 || minRank > n) {
      throw new IllegalArgumentException(
          "A rank among %d is from 1 to %d, not %d.".formatted(n, n, minRank));
    }
    if (quantiles < 1) {
      throw new IllegalArgumentException("There is at least one group, not " + quantiles + ".");
    }
    if (n < quantiles) {
      return null;
    }
    long fromTheEnd = Math.ceilDiv((n + 1L - minRank) * quantiles, (long) n);
    return Math.toIntExact(quantiles + 1L - fromTheEnd);
  }
}
