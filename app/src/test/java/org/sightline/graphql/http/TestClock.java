package org.sightline.graphql.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.sightline.graphql.cost.BudgetClock;

/** A clock that goes only when it is told. */
@Singleton
@Requires(property = "sightline.test.clock", value = "true")
@Replaces(BudgetClock.class)
public class TestClock extends BudgetClock {
  private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

  void pass(long seconds) {
    now = now.plusSeconds(seconds);
  }

  @Override
  public Instant now() {
    return now;
  }
}
