package org.sightline.council;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code and the days on which it holds.
 *
 * @param validTo the last day, or null while it holds
 */
public record DatedCode(
    CodeScheme scheme, String code, LocalDate validFrom, @Nullable LocalDate validTo) {

  /** Who gives the codes: the Office for National Statistics, or the Department for Education. */
  public enum CodeScheme {
    ONS,
    DFE
  }
}
