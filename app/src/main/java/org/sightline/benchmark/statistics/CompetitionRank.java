package org.sightline.benchmark.statistics;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * A place by standard competition ranking ("1224"): ties share the lowest number, as in DfE's LAIT.
 *
 * @param position 1 or more
 * @param of how many are ranked
 * @param sharedBy how many have the same value, this one included
 */
public record CompetitionRank(int position, int of, int sharedBy) {

  /**
   * The place of a value among values, itself one of them. Values that differ only in trailing
   * zeros tie.
   *
   * @throws IllegalArgumentException when the value is not one of the values
   */
  public static CompetitionRank of(
      BigDecimal value, Collection<BigDecimal> values, Direction direction) {
    int before = 0;
    int same = 0;
    for (BigDecimal other : values) {
      int order = direction.compare(other, value);
      before += order < 0 ? 1 : 0;
      same += order == 0 ? 1 : 0;
    }
    if (same == 0) {
      throw new IllegalArgumentException(value + " is not one of the values that are ranked");
    }
    return new CompetitionRank(before + 1, values.size(), same);
  }
}
