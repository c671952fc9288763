package org.sightline.inspection.framework;

import jakarta.inject.Singleton;

/** The definitions that inspections go by. */
@Singleton
public class FrameworkService {
  private final FrameworkStore store;

  FrameworkService(FrameworkStore store) {
    this.store = store;
  }

  /** All of them, in one statement. */
  public Frameworks all() {
    return store.all();
  }
}
