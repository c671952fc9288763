package org.sightline.intake;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At the start, ends imports whose program went away. */
@Singleton
final class StaleImports {
  private static final Logger LOG = LoggerFactory.getLogger(StaleImports.class);

  private final ImportService imports;

  StaleImports(ImportService imports) {
    this.imports = imports;
  }

  @EventListener
  void endStale(ServerStartupEvent event) {
    try {
      int ended = imports.failStale();
      if (ended > 0) {
        LOG.warn("{} imports had been left unfinished; they are marked as failed.", ended);
      }
    } catch (RuntimeException e) {
      // Whatever keeps them from being found keeps nobody from being served.
      LOG.warn("Unfinished imports could not be looked for.", e);
    }
  }
}
