package org.sightline.indicator;

/** Which way is better. */
public enum Polarity {
  HIGHER_IS_BETTER,
  LOWER_IS_BETTER,
  NEUTRAL,
  NEAR_TARGET
}
