package org.sightline.council;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An ONS region of England, Inner or Outer London, or a region made up for the demonstration.
 *
 * @param partOf the key of the region that this is a part of, or null
 * @param generated whether it was made up for the demonstration
 */
public record Region(
    int key,
    String name,
    String code,
    @Nullable Integer partOf,
    LocalDate existsFrom,
    boolean generated)
    implements Area {
  @Override
  public @Nullable LocalDate existsTo() {
    return null;
  }
}
