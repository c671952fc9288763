package org.sightline.indicator.dictionary;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;
import org.sightline.indicator.Indicator;

/** What the official dictionary says, as its newest imported release has it. */
@Singleton
public class DictionaryService {
  private record Key(@Nullable String topic, @Nullable String measure) {}

  private final DictionaryStore store;

  DictionaryService(DictionaryStore store) {
    this.store = store;
  }

  /**
   * The entries that meet every condition given, by topic and name.
   *
   * @param search words that must all stand in the name, the short name, the code or the
   *     description
   * @throws BadUserInput when no entry has the topic; the message names the topics
   */
  public List<DictionaryEntry> list(@Nullable String search, @Nullable String topic) {
    List<DictionaryEntry> all = store.list();
    if (topic != null && all.stream().noneMatch(entry -> entry.topic().equals(topic))) {
      throw noSuchTopic(topic, all);
    }
    return all.stream()
        .filter(entry -> topic == null || entry.topic().equals(topic))
        .filter(entry -> search == null || holdsEveryWord(entry, search))
        .toList();
  }

  /**
   * The entries that some indicators name, in one statement; empty for an indicator that names
   * none, or one that the dictionary does not have.
   */
  public Map<Indicator, Optional<DictionaryEntry>> entries(Collection<Indicator> indicators) {
    Map<Key, DictionaryEntry> entries =
        store.list().stream()
            .collect(
                Collectors.toMap(
                    entry -> new Key(entry.topic(), entry.measure()), Function.identity()));
    Map<Indicator, Optional<DictionaryEntry>> found = new HashMap<>();
    indicators.forEach(
        indicator -> {
          Key key = new Key(indicator.dictionaryTopic(), indicator.dictionaryMeasure());
          found.put(indicator, Optional.ofNullable(entries.get(key)));
        });
    return found;
  }

  private static boolean holdsEveryWord(DictionaryEntry entry, String search) {
    String text =
        Stream.of(entry.name(), entry.measure(), entry.code(), entry.description())
            .map(part -> part == null ? "" : part)
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(search.toLowerCase(Locale.ROOT).split("\\s+", -1))
        .allMatch(text::contains);
  }

  private static BadUserInput noSuchTopic(String topic, List<DictionaryEntry> all) {
    String allowed =
        all.stream().map(DictionaryEntry::topic).distinct().collect(Collectors.joining(", "));
    return new BadUserInput(
        all.isEmpty()
            ? "There is no topic '%s': no data dictionary was imported.".formatted(topic)
            : "There is no topic '%s'. Allowed: %s.".formatted(topic, allowed),
        "topic");
  }
}
