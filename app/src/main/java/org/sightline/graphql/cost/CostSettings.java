package org.sightline.graphql.cost;

/**
 * What may be spent; settings {@code sightline.limits.*}.
 *
 * @param cost of one operation, at most
 * @param costPerMinute of all operations of one member in a minute, at most
 * @param anonymousCostPerMinute of all operations of those who have not signed in, from one client
 *     address
 */
record CostSettings(long cost, long costPerMinute, long anonymousCostPerMinute) {
  CostSettings {
    if (cost < 1 || costPerMinute < cost || anonymousCostPerMinute < cost) {
      throw new IllegalArgumentException(
          "SIGHTLINE_LIMITS_COST must be at least 1, and SIGHTLINE_LIMITS_COST_PER_MINUTE and"
              + " SIGHTLINE_LIMITS_ANONYMOUS_COST_PER_MINUTE at least as much as it: otherwise"
              + " what one request may cost could never be asked.");
    }
  }
}
