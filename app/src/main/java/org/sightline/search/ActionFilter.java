package org.sightline.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which actions. Null stands for all.
 *
 * @param themes of their workstreams
 * @param states that are declared, in words that every scheme has
 * @param words as they were typed, null for none
 */
record ActionFilter(
    SearchScope scope,
    @Nullable List<String> themes,
    @Nullable List<String> states,
    @Nullable String words) {

  /** The same without what only facets of councils need. */
  ActionFilter narrowed() {
    return new ActionFilter(scope.narrowed(), themes, states, words);
  }

  @Nullable Object[] parameters() {
    return new @Nullable Object[] {
      scope.all(), scope.councils(), scope.withFacets(), themes, states, words
    };
  }
}
