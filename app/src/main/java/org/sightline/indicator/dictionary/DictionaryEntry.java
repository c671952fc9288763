package org.sightline.indicator.dictionary;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.Polarity;

/**
 * One measure of the DfE LAIT data dictionary.
 *
 * @param topic with the next: what the measure is known by
 * @param measure the short name, unique within its topic
 * @param code the dictionary's number, which several measures share; null where it gives none
 * @param axis what the values are, in words
 * @param polarity null where the dictionary does not say
 * @param decimals null where the dictionary does not say
 * @param noQuartile it holds the range too small for quartiles
 * @param lastUpdate null where the dictionary has words for it, or nothing
 * @param nextUpdate as the last
 * @param sourceLine of the file it was read from
 */
public record DictionaryEntry(
    String topic,
    String measure,
    @Nullable String code,
    String name,
    String chartTitle,
    String axis,
    @Nullable Polarity polarity,
    @Nullable Integer decimals,
    String yearType,
    boolean noQuartile,
    @Nullable String description,
    @Nullable String methodology,
    @Nullable String tableStatus,
    @Nullable LocalDate lastUpdate,
    @Nullable String lastUpdateWords,
    @Nullable LocalDate nextUpdate,
    @Nullable String nextUpdateWords,
    @Nullable String dataOwner,
    List<String> links,
    int sourceLine) {
  public DictionaryEntry {
    links = List.copyOf(links);
  }
}
