package org.sightline.access.member;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses that no other test of this run has used: they share one Keycloak. */
final class Names {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Names() {}

  static String email() {
    return "person-%d-%d@hull.example"
        .formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
  }
}
