package org.sightline.indicator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Some periods of a series, as they are to be read.
 *
 * @param ofAllAreas figures of every area; otherwise only of those that are named with the question
 */
public record Slice(
    Series series, Collection<Period> periods, Breakdown breakdown, boolean ofAllAreas) {
  public Slice {
    periods = Set.copyOf(periods);
  }

  /** Of the areas that are named with the question. */
  public static Slice of(Series series, Collection<Period> periods, Breakdown breakdown) {
    return new Slice(series, periods, breakdown, false);
  }

  Slice ofEveryArea() {
    return new Slice(series, periods, breakdown, true);
  }

  /**
   * The slices that make the totals it asks for, by definition; none where it asks for no total,
   * and where the members of a dimension do not make the whole.
   */
  List<Slice> parts() {
    List<Breakdown> parts = List.of(breakdown);
    for (String dimension : breakdown.totalled()) {
      List<String> members = members(dimension);
      parts =
          parts.stream()
              .flatMap(part -> members.stream().map(member -> part.with(Map.of(dimension, member))))
              .toList();
    }
    return parts.equals(List.of(breakdown))
        ? List.of()
        : parts.stream().map(part -> new Slice(series, periods, part, ofAllAreas)).toList();
  }

  private List<String> members(String dimension) {
    return series.indicator().parted().stream()
        .filter(parted -> parted.name().equals(dimension))
        .flatMap(parted -> parted.members().stream())
        .toList();
  }

  /** The editions that give its values. */
  Stream<PeriodEdition> given() {
    return editions().filter(edition -> !edition.derived());
  }

  /** The editions that give only what its values are derived from. */
  Stream<PeriodEdition> derived() {
    return editions().filter(PeriodEdition::derived);
  }

  /** Its own figures in one of its editions. */
  Wanted wanted(PeriodEdition edition) {
    return new Wanted(series.indicator().id(), edition, breakdown.code(), ofAllAreas);
  }

  private Stream<PeriodEdition> editions() {
    return series.editions().stream().filter(edition -> periods.contains(edition.period()));
  }
}
