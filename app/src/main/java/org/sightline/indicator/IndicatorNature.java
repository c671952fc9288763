package org.sightline.indicator;

/**
 * Whether the figures of two periods count different things: "more than chance" is said of flows.
 */
public enum IndicatorNature {
  /** Events of a period: the next period's are others. */
  FLOW,
  /** A state on a day, or a total that runs on: the next figure counts largely the same again. */
  STOCK
}
