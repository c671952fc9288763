package org.sightline.indicator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The periods of one type, in their order. */
public record PeriodsOfType(PeriodType type, List<Period> periods) {
  public PeriodsOfType {
    periods = List.copyOf(periods);
  }

  /** Some periods by type, the types in the order in which they come first. */
  static List<PeriodsOfType> group(Collection<Period> periods) {
    return periods.stream()
        .collect(Collectors.groupingBy(Period::type, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> new PeriodsOfType(entry.getKey(), entry.getValue()))
        .toList();
  }
}
