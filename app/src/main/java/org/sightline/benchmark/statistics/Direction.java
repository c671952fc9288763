package org.sightline.benchmark.statistics;

import java.math.BigDecimal;
import java.util.Comparator;

/** Which end of the scale comes first. */
public enum Direction implements Comparator<BigDecimal> {
  LOWER_FIRST,
  HIGHER_FIRST;

  @Override
  public int compare(BigDecimal one, BigDecimal other) {
    return this == LOWER_FIRST ? one.compareTo(other) : other.compareTo(one);
  }
}
