package org.sightline.health;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/**
 * Ready only where the database answers: asked on a connection of its own, because a pool that is
 * busy is no database that is down.
 */
@Singleton
@Readiness
@Requires(property = Management.PORT)
final class DatabaseIndicator extends AbstractHealthIndicator<Map<String, Object>> {
  private static final String SECONDS = "2";

  private final String url;
  private final Properties login = new Properties();

  DatabaseIndicator(
      @Value("${sightline.database.url}") String url,
      @Value("${datasources.default.username}") String username,
      @Value("${datasources.default.password}") String password) {
    this.url = url;
    login.setProperty("user", username);
    login.setProperty("password", password);
    login.setProperty("loginTimeout", SECONDS);
    login.setProperty("connectTimeout", SECONDS);
    login.setProperty("socketTimeout", SECONDS);
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    try (Connection connection = DriverManager.getConnection(url, login)) {
      healthStatus = connection.isValid(2) ? HealthStatus.UP : HealthStatus.DOWN;
      return Map.of();
    } catch (SQLException e) {
      healthStatus = HealthStatus.DOWN;
      return Map.of("sqlState", String.valueOf(e.getSQLState()));
    }
  }

  @Override
  protected String getName() {
    return "database";
  }
}
