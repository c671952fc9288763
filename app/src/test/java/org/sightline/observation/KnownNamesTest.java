package org.sightline.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.health.ManagedServer;

/** Callers choose names of operations, and may choose long ones. */
final class KnownNamesTest {
  @Test
  void aLongNameIsKeptByItsBeginningOnly() {
    try (ManagedServer server = new ManagedServer(Map.of("sightline.slow-operation", "0ms"))) {
      String name = "A".repeat(5_000);
      assertThat(server.ask("query %s { councils { name } }".formatted(name)).body())
          .contains("\"data\"");
      assertThat(server.managed("/prometheus").body()).doesNotContain("A".repeat(65));
    }
  }
}
