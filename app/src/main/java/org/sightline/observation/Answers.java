package org.sightline.observation;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/**
 * Counts as answers what callers are answered. Kubernetes and Prometheus ask every few seconds: an
 * instance that says it is not ready would be one that fails.
 */
@Factory
final class Answers {
  private static final String ANSWERS = "http.server.requests";

  @Singleton
  MeterFilter ofCallersAlone() {
    return MeterFilter.deny(Answers::isOfOperators);
  }

  private static boolean isOfOperators(Meter.Id id) {
    String address = id.getTag("uri");
    return ANSWERS.equals(id.getName())
        && address != null
        && (address.startsWith("/health") || address.startsWith("/prometheus"));
  }
}
