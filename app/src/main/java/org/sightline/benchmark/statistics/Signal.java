package org.sightline.benchmark.statistics;

/** Why a point of a control chart is more than common variation, the strongest first. */
public enum Signal {
  /** Beyond a limit. */
  OUTSIDE_LIMITS,
  /** One of seven points that all rise, or all fall; two equal ones break it. */
  TREND,
  /** One of two or more among three points on one side that are beyond two thirds of the way. */
  TWO_OF_THREE,
  /** One of seven points on one side; one on the centre line breaks it. */
  RUN
}
