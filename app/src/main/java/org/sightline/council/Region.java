package org.sightline.council;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An ONS region of England, or Inner or Outer London.
 *
 * @param partOf the key of the region that this is a part of, or null
 */
public record Region(
    int key, String name, String code, @Nullable Integer partOf, LocalDate existsFrom)
    implements Area {
  @Override
  public @Nullable LocalDate existsTo() {
    return null;
  }
}
