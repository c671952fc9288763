package org.sightline.inspection.framework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way of inspecting under a framework: a standard inspection, a focused visit, a peer challenge.
 *
 * @param areas the codes of the only areas it judges, null for all of the framework's version
 */
public record InspectionType(
    String code,
    String framework,
    String name,
    boolean isGraded,
    @Nullable List<String> areas,
    String description,
    String source) {

  /** Whether an inspection of this type gives a grade in an area that its version judges. */
  public boolean judges(JudgementArea area) {
    return isGraded && (areas == null || areas.contains(area.code()));
  }
}
