package org.sightline.health;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** Who leaves is not ready. */
@Singleton
@Readiness
@Requires(property = Management.PORT)
final class LeavingIndicator implements HealthIndicator {
  private final Leaving leaving;

  LeavingIndicator(Leaving leaving) {
    this.leaving = leaving;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    HealthStatus status = leaving.isBegun() ? HealthStatus.DOWN : HealthStatus.UP;
    return Publishers.just(HealthResult.builder("leaving", status).build());
  }
}
