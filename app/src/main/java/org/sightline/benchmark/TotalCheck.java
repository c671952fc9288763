package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Area;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.Country;
import org.sightline.council.JointReturn;
import org.sightline.council.Region;
import org.sightline.indicator.Period;

/**
 * A total as it is given beside the sum of its parts as they are given. A statement, no error.
 *
 * @param difference the total less the sum
 * @param tolerance how far rounding alone can part them: nothing for a council, whose counts are
 *     not rounded; 5 for the total and 5 for each part of England and of regions, whose counts are
 *     rounded to the nearest 10
 */
public record TotalCheck(
    Area area,
    BigDecimal total,
    BigDecimal sumOfParts,
    BigDecimal difference,
    BigDecimal tolerance) {
  /** Half of what counts of England and of regions are rounded to. */
  private static final long ROUNDED_BY_AT_MOST = 5;

  /** Whether rounding alone explains the difference. */
  public boolean withinTolerance() {
    return difference.abs().compareTo(tolerance) <= 0;
  }

  /** In a sentence. */
  public String basis() {
    return "%s: total %s, parts together %s, difference %s; %s explain up to %s."
        .formatted(
            area.name(),
            Rounding.plain(total),
            Rounding.plain(sumOfParts),
            Rounding.plain(difference),
            isRounded(area)
                ? "counts of England and of regions are rounded to the nearest 10, which can"
                : "counts of councils are not rounded, which can",
            Rounding.plain(tolerance));
  }

  /** Of the areas of a group, of their regions and of England, where all figures are given. */
  static List<TotalCheck> of(
      Benchmark total, List<Benchmark> parts, Collection<Standing> standings) {
    Set<Area> areas = new LinkedHashSet<>();
    standings.forEach(standing -> areas.add(standing.observation().area()));
    Areas all = total.surroundings().areas();
    List.copyOf(areas).forEach(area -> region(area, all).ifPresent(areas::add));
    if (!total.basis().generated()) {
      areas.add(all.england());
    }
    return areas.stream().flatMap(area -> of(area, total, parts).stream()).toList();
  }

  private static Optional<Region> region(Area area, Areas areas) {
    return switch (area) {
      case Council council -> Optional.of(areas.regionOf(council));
      case JointReturn joint ->
          Optional.of(areas.regionOf(areas.council(joint.memberKeys().iterator().next())));
      case Region region -> Optional.of(region);
      case Country _ -> Optional.empty();
    };
  }

  private static Optional<TotalCheck> of(Area area, Benchmark total, List<Benchmark> parts) {
    Period period = total.period();
    @Nullable BigDecimal given = total.surroundings().figure(area, period).value();
    List<BigDecimal> values =
        parts.stream()
            .flatMap(part -> Stream.ofNullable(part.surroundings().figure(area, period).value()))
            .toList();
    if (given == null
        || values.size() < parts.size()
        || total.surroundings().isSummed(area, period)) {
      return Optional.empty();
    }
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    long tolerance = isRounded(area) ? ROUNDED_BY_AT_MOST * (values.size() + 1) : 0;
    return Optional.of(
        new TotalCheck(area, given, sum, given.subtract(sum), BigDecimal.valueOf(tolerance)));
  }

  private static boolean isRounded(Area area) {
    return area instanceof Country || area instanceof Region;
  }
}
