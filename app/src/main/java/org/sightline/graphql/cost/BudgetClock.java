package org.sightline.graphql.cost;

import jakarta.inject.Singleton;
import java.time.Instant;

/** The clock by which accounts fill. A test's stands still until it is told to go. */
@Singleton
public class BudgetClock {
  /** The instant that it shows. */
  public Instant now() {
    return Instant.now();
  }
}
