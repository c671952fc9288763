package org.sightline.indicator.dictionary;

import java.util.ArrayList;
import java.util.List;
import org.sightline.indicator.Indicator;

/**
 * Where a definition of ours says other than the official dictionary. What it leaves open counts as
 * nothing.
 */
final class DictionaryDifferences {
  private DictionaryDifferences() {}

  /** A sentence for each of polarity, decimals and quartiles that disagrees. */
  static List<String> between(Indicator indicator, DictionaryEntry entry) {
    List<String> sentences = new ArrayList<>();
    if (entry.polarity() != null && entry.polarity() != indicator.polarity()) {
      sentences.add(
          "The polarity is %s here and %s in the official dictionary."
              .formatted(indicator.polarity(), entry.polarity()));
    }
    if (entry.decimals() != null && entry.decimals() != indicator.decimals()) {
      sentences.add(
          "The decimals are %d here and %d in the official dictionary."
              .formatted(indicator.decimals(), entry.decimals()));
    }
    if (entry.noQuartile() != indicator.smallRange()) {
      sentences.add(
          entry.noQuartile()
              ? "Quartile bands are given here, and the official dictionary holds the range too small for them."
              : "No quartile bands are given here, and the official dictionary gives them.");
    }
    return sentences;
  }
}
