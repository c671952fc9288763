package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Distribution;
import org.sightline.council.Area;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;

/**
 * A group's values as a whole.
 *
 * @param distribution of the values there are, or null where there is none
 * @param mean of the values there are, or null where there is none
 * @param size how many areas the group has in the period
 */
public record Summary(
    @Nullable Distribution distribution,
    @Nullable BigDecimal mean,
    int size,
    List<MissingCount> missing) {

  /** How many are missing for one reason, and who. */
  public record MissingCount(MissingReason reason, List<Area> areas) {
    public int count() {
      return areas.size();
    }
  }

  static Summary of(Indicator indicator, List<Observation> group) {
    var values = group.stream().flatMap(one -> Optional.ofNullable(one.value()).stream()).toList();
    Map<MissingReason, List<Area>> missing =
        group.stream()
            .filter(one -> one.missing() != null)
            .collect(
                Collectors.groupingBy(
                    Observation::missing,
                    Collectors.mapping(Observation::area, Collectors.toList())));
    @Nullable Distribution distribution = values.isEmpty() ? null : Distribution.of(values);
    return new Summary(
        distribution,
        distribution == null ? null : distribution.mean(indicator.decimals()),
        group.size(),
        missing.entrySet().stream()
            .map(entry -> new MissingCount(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(MissingCount::reason))
            .toList());
  }

  /** How many have a value. */
  public int n() {
    return distribution == null ? 0 : distribution.size();
  }
}
