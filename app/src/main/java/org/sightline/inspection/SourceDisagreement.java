package org.sightline.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sources say differently of an inspection.
 *
 * @param what a field of the inspection, or {@code judgement:} and an area's code
 * @param shown null where none of them is shown, and the rule says why
 * @param others the other values, by precedence
 * @param rule in a sentence
 */
public record SourceDisagreement(
    String what, @Nullable SourcedValue shown, List<SourcedValue> others, String rule) {
  public SourceDisagreement {
    others = List.copyOf(others);
  }
}
