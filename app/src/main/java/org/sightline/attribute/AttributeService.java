package org.sightline.attribute;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.attribute.AttributeOverview.Count;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.Suggestions;

/** Attributes, and what councils are by them. */
@Singleton
class AttributeService {
  private final AttributeStore store;

  AttributeService(AttributeStore store) {
    this.store = store;
  }

  /** Every attribute, by code. */
  List<Attribute> definitions() {
    return store.definitions();
  }

  /**
   * The attribute of a code.
   *
   * @throws BadUserInput when there is none; the message names all
   */
  static Attribute get(List<Attribute> known, String code) {
    List<String> codes = known.stream().map(Attribute::code).toList();
    return known.stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new BadUserInput(
                    "There is no attribute '%s'.%s Allowed: %s."
                        .formatted(
                            code, Suggestions.didYouMean(code, codes), String.join(", ", codes)),
                    "attribute",
                    codes));
  }

  /** Every value that some councils have ever had, the oldest first, by the councils' keys. */
  Map<Integer, List<CouncilAttribute>> ofCouncils(Collection<Integer> councilKeys) {
    return store.ofCouncils(councilKeys).stream()
        .collect(Collectors.groupingBy(CouncilAttribute::councilKey));
  }

  /** The value of an attribute on a day, by the keys of the councils that have one. */
  Map<Integer, String> onDay(Attribute attribute, LocalDate day) {
    return store.onDay(day, attribute.code()).stream()
        .collect(Collectors.toMap(CouncilAttribute::councilKey, CouncilAttribute::value));
  }

  /**
   * Who has which value of all attributes, or of one.
   *
   * @param code null for all
   * @throws BadUserInput when there is no such attribute
   */
  List<AttributeOverview> overviews(
      @Nullable String code, LocalDate day, Areas areas, boolean generated) {
    List<Attribute> known = definitions();
    List<Attribute> asked = code == null ? known : List.of(get(known, code));
    List<Council> councils =
        areas.councils(generated).stream().filter(council -> council.existsOn(day)).toList();
    Map<String, Map<Integer, String>> values =
        store.onDay(day, code).stream()
            .collect(
                Collectors.groupingBy(
                    CouncilAttribute::attribute,
                    Collectors.toMap(CouncilAttribute::councilKey, CouncilAttribute::value)));
    return asked.stream()
        .map(one -> overview(one, day, councils, values.getOrDefault(one.code(), Map.of())))
        .toList();
  }

  private static AttributeOverview overview(
      Attribute attribute, LocalDate day, List<Council> councils, Map<Integer, String> values) {
    Map<String, Long> counts =
        councils.stream()
            .filter(council -> values.containsKey(council.key()))
            .collect(
                Collectors.groupingBy(
                    council -> values.getOrDefault(council.key(), ""), Collectors.counting()));
    List<String> shown =
        attribute.allowedValues().isEmpty()
            ? counts.keySet().stream().sorted().toList()
            : attribute.allowedValues();
    return AttributeOverview.of(
        attribute,
        day,
        shown.stream()
            .map(value -> new Count(value, Math.toIntExact(counts.getOrDefault(value, 0L))))
            .toList(),
        councils.stream().filter(council -> !values.containsKey(council.key())).toList());
  }
}
