package org.sightline.indicator;

/** Units of values. A rate is per 10,000 children aged 0 to 17; a percentage runs from 0 to 100. */
public enum Unit {
  COUNT,
  PERSONS,
  PERCENT,
  RATE_PER_10000,
  DAYS,
  FTE,
  HEADCOUNT,
  CASES_PER_WORKER
}
