package org.sightline.health;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.sightline.operations.DatabaseProbe;
import org.sightline.operations.DatabaseProbe.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ready only where the database answers. Says in the log when that changes, and why. */
@Singleton
@Readiness
@Requires(property = Management.PORT)
final class DatabaseIndicator extends AbstractHealthIndicator<Map<String, Object>> {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseIndicator.class);
  private static final String WELL = "";

  private final DatabaseProbe probe;
  private final AtomicReference<String> said = new AtomicReference<>(WELL);

  DatabaseIndicator(
      @Value("${sightline.database.url}") String url,
      @Value("${datasources.default.username}") String username,
      @Value("${datasources.default.password}") String password) {
    probe = new DatabaseProbe(url, username, password);
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    Optional<Failure> failure = probe.failure();
    healthStatus =
        failure.filter(Failure::isDown).isPresent() ? HealthStatus.DOWN : HealthStatus.UP;
    sayWhatIsNew(failure);
    return failure
        .<Map<String, Object>>map(one -> Map.of("sqlState", one.sqlState()))
        .orElse(Map.of());
  }

  /** Once, not at every question: it is asked every few seconds. */
  private void sayWhatIsNew(Optional<Failure> failure) {
    String state = failure.map(Failure::sqlState).orElse(WELL);
    if (said.getAndSet(state).equals(state)) {
      return;
    }
    failure.ifPresentOrElse(
        one ->
            LOG.warn(
                one.isDown()
                    ? "The database does not answer, so this instance is not ready ({}): {}"
                    : "The database gives no new connection; those that are open go on ({}): {}",
                one.sqlState(),
                one.sentence()),
        () -> LOG.warn("The database gives connections again."));
  }

  @Override
  protected String getName() {
    return "database";
  }
}
