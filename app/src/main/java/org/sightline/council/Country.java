package org.sightline.council;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** England as a whole. */
public record Country(int key, String name, String code, LocalDate existsFrom) implements Area {
  @Override
  public @Nullable LocalDate existsTo() {
    return null;
  }
}
