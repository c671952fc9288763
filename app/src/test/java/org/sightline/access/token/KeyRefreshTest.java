package org.sightline.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/** An instance that nobody asks anything keeps its keys fresh all the same. */
final class KeyRefreshTest {
  @Test
  void theKeysAreReadAgainWithoutARequest() throws InterruptedException {
    Database database = TestPostgres.freshDatabase("migrated", TestSightline::migrate);
    try (FakeIssuer issuer = new FakeIssuer()) {
      Map<String, Object> settings = new HashMap<>(TestSightline.settings(database));
      settings.put("sightline.keycloak.issuer", issuer.issuer());
      settings.put("sightline.keycloak.refresh", "100ms");
      try (ApplicationContext context = ApplicationContext.run(settings)) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (issuer.keyReadings() == 0 && Instant.now().isBefore(end)) {
          Thread.sleep(20);
        }
        assertThat(context.getBean(IssuerKeys.class).readAt()).isPresent();
        assertThat(issuer.keyReadings()).isPositive();
      }
    } finally {
      TestPostgres.drop(database);
    }
  }
}
