package org.sightline.intake;

import org.jspecify.annotations.Nullable;

/**
 * What a source says of one area: a grade, or why there is none.
 *
 * @param grade the grade's code, null where there is none
 * @param missing why there is none, null where there is one
 * @param statedAs the source's words where they are others than the grade's name, null otherwise
 */
record Verdict(@Nullable String grade, @Nullable String missing, @Nullable String statedAs) {
  static Verdict missing(String reason, @Nullable String statedAs) {
    return new Verdict(null, reason, statedAs);
  }
}
