package org.sightline.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Holds the areas of a return's rows against the council whose return it is. */
record ReturnArea(int councilKey, Map<String, Set<Integer>> areasByName) {
  /**
   * The council's own area; a blank cell means it too.
   *
   * @param text a code or a name
   * @throws RejectedRowException by rule {@code another-area} or {@code unknown-area}
   */
  int of(String text) {
    if (text.isEmpty()) {
      return councilKey;
    }
    Set<Integer> meant = areasByName.getOrDefault(text.toLowerCase(Locale.ROOT), Set.of());
    if (meant.contains(councilKey)) {
      return councilKey;
    }
    throw meant.isEmpty()
        ? new RejectedRowException(
            "area",
            "unknown-area",
            text,
            "No area known here has this code or name; leave the cell blank for your own council.")
        : new RejectedRowException(
            "area",
            "another-area",
            text,
            "This is another area: a return holds figures of your own council only.");
  }
}
