package org.sightline.health;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.sightline.operations.DatabaseProbe;

/** Ready only where the database answers. */
@Singleton
@Readiness
@Requires(property = Management.PORT)
final class DatabaseIndicator extends AbstractHealthIndicator<Map<String, Object>> {
  private final DatabaseProbe probe;

  DatabaseIndicator(
      @Value("${sightline.database.url}") String url,
      @Value("${datasources.default.username}") String username,
      @Value("${datasources.default.password}") String password) {
    probe = new DatabaseProbe(url, username, password);
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    Optional<String> failure = probe.failure();
    healthStatus = failure.isPresent() ? HealthStatus.DOWN : HealthStatus.UP;
    return failure.<Map<String, Object>>map(state -> Map.of("sqlState", state)).orElse(Map.of());
  }

  @Override
  protected String getName() {
    return "database";
  }
}
