package org.sightline.graphql.cost;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What may be spent; settings {@code sightline.limits.*}.
 *
 * @param cost of one operation, at most
 * @param costPerMinute of all operations of one member in a minute, at most
 * @param anonymousCostPerMinute of all operations of those who have not signed in, from one client
 *     address
 */
@ConfigurationProperties("sightline.limits")
record CostSettings(
    @Bindable(defaultValue = "100000") int cost,
    @Bindable(defaultValue = "2000000") int costPerMinute,
    @Bindable(defaultValue = "1000000") int anonymousCostPerMinute) {
  CostSettings {
    if (cost < 1 || costPerMinute < cost || anonymousCostPerMinute < cost) {
      throw new IllegalArgumentException(
          "SIGHTLINE_LIMITS_COST must be at least 1, and SIGHTLINE_LIMITS_COST_PER_MINUTE and"
              + " SIGHTLINE_LIMITS_ANONYMOUS_COST_PER_MINUTE at least as much as it: otherwise"
              + " what one request may cost could never be asked.");
    }
  }
}
