package org.sightline.benchmark;

/** How the values of a group become one figure to compare with. */
enum SummaryMethod {
  MEAN("Mean"),
  MEDIAN("Median"),
  /** The first by the direction that ranks. */
  BEST("Best");

  private final String words;

  SummaryMethod(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
