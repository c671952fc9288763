package org.sightline.access.token;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/**
 * Reads the issuer's keys again while nobody asks anything: the time for which known keys go on
 * working without the issuer counts from the last reading, and must not have run out before it goes
 * away.
 */
@Singleton
@Requires(property = "sightline.keycloak.issuer")
final class KeyRefresh {
  private final IssuerKeys keys;

  KeyRefresh(IssuerKeys keys) {
    this.keys = keys;
  }

  @Scheduled(
      initialDelay = "${sightline.keycloak.refresh:30s}",
      fixedDelay = "${sightline.keycloak.refresh:30s}")
  void refresh() {
    boolean _ = keys.areKnown();
  }
}
