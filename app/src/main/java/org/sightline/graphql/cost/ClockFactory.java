package org.sightline.graphql.cost;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The clock that fills the accounts. */
@Factory
final class ClockFactory {
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
