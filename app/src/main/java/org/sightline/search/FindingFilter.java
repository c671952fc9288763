package org.sightline.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which findings. Null stands for all.
 *
 * @param years of the inspections
 * @param onlyWithActions only those that an action in sight answers
 * @param words as they were typed, null for none
 */
record FindingFilter(
    SearchScope scope,
    @Nullable List<String> frameworks,
    @Nullable List<String> themes,
    @Nullable List<String> kinds,
    @Nullable List<Integer> years,
    boolean onlyWithActions,
    @Nullable String words) {

  /** The same without what only facets of councils need. */
  FindingFilter narrowed() {
    return new FindingFilter(
        scope.narrowed(), frameworks, themes, kinds, years, onlyWithActions, words);
  }

  @Nullable Object[] parameters() {
    return new @Nullable Object[] {
      scope.all(),
      scope.councils(),
      scope.withFacets(),
      frameworks,
      themes,
      kinds,
      years,
      onlyWithActions,
      words
    };
  }
}
