package org.sightline;

import io.micronaut.runtime.Micronaut;

/** The program's entry. */
public final class Sightline {
  private Sightline() {}

  public static void main(String[] arguments) {
    Micronaut.run(Sightline.class, arguments);
  }
}
