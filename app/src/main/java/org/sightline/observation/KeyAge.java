package org.sightline.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.sightline.access.token.IssuerKeys;

/**
 * For how long the issuer has not given its keys: those that are known go on working for a time.
 * Commands that sign nobody in have no issuer.
 */
@Singleton
@Requires(property = "sightline.keycloak.issuer")
final class KeyAge implements MeterBinder {
  private final IssuerKeys keys;

  KeyAge(IssuerKeys keys) {
    this.keys = keys;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    TimeGauge.builder("sightline.keycloak.keys.age", this, TimeUnit.SECONDS, KeyAge::seconds)
        .description("Since when Keycloak has not given its keys.")
        .register(registry);
  }

  private double seconds() {
    return keys.readAt()
        .map(readAt -> Duration.between(readAt, Instant.now()).toMillis() / 1e3)
        .orElse(Double.NaN);
  }
}
