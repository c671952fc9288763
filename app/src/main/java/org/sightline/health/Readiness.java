package org.sightline.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.sightline.operations.DatabaseProbe;
import org.sightline.operations.DatabaseProbe.Failure;

/**
 * Whether this process is ready, as a figure: who is not gets no requests, and then no count of
 * requests tells that anything is wrong.
 */
@Singleton
@Requires(property = Management.PORT)
final class Readiness implements MeterBinder {
  private final Leaving leaving;
  private final DatabaseProbe probe;

  Readiness(
      Leaving leaving,
      @Value("${sightline.database.url}") String url,
      @Value("${datasources.default.username}") String username,
      @Value("${datasources.default.password}") String password) {
    this.leaving = leaving;
    probe = new DatabaseProbe(url, username, password);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("sightline.ready", this, Readiness::value)
        .description("1 where this process answers requests, 0 where it does not.")
        .register(registry);
  }

  private double value() {
    return !leaving.isBegun() && probe.failure().filter(Failure::isDown).isEmpty() ? 1 : 0;
  }
}
