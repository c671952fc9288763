package org.sightline.benchmark.independent;

/**
 * What both sides are asked.
 *
 * @param breakdown such as {@code age=17-18}, or empty
 * @param direction which end ranks first, or {@code NEUTRAL}
 */
record Question(String indicator, String breakdown, int year, String direction) {
  String name() {
    return breakdown.isEmpty() ? indicator : indicator + " (" + breakdown + ")";
  }
}
