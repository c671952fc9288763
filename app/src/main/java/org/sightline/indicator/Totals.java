package org.sightline.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Totals that nobody gives, made of parts that by the definition are the whole: the sum of counts,
 * the numerators together over the denominators together. A part that is missing makes the total
 * missing, with the reason of the first that is. Official parts and a council's own are never added
 * to each other.
 */
final class Totals {
  /**
   * One part of the whole, as it was read.
   *
   * @param words what tells it from the others, such as age 19-21
   */
  record Part(String words, List<Observation> observations) {}

  private record Place(int periodId, int areaKey) {
    static Place of(Observation observation) {
      return new Place(observation.period().id(), observation.area().key());
    }
  }

  private final Indicator indicator;
  private final List<Part> parts;

  /**
   * @param indicator a count, or a quotient of counts
   * @param parts in the definition's order
   */
  Totals(Indicator indicator, List<Part> parts) {
    this.indicator = indicator;
    this.parts = List.copyOf(parts);
  }

  /**
   * The totals of the periods and areas of which what is given says nothing. Official ones where
   * officials give every part, then those of which a council gives every part, and last those of
   * which somebody gives some: these are missing.
   */
  List<Observation> beside(List<Observation> given) {
    Map<Place, Observation> official = byPlace(given.stream().filter(Observation::official));
    Map<Place, Observation> ofCouncils = byPlace(given.stream().filter(one -> !one.official()));
    Map<Place, Observation> sums = new LinkedHashMap<>();
    sums(Observation::official, true).forEach((place, sum) -> put(place, sum, official, sums));
    Map<Place, Observation> ownSums = new LinkedHashMap<>();
    sums(one -> !one.official(), true)
        .forEach((place, sum) -> put(place, sum, ofCouncils, ownSums));
    Map<Place, Observation> spoken = new HashMap<>(official);
    spoken.putAll(ofCouncils);
    spoken.putAll(sums);
    spoken.putAll(ownSums);
    Map<Place, Observation> some = new LinkedHashMap<>();
    sums(Observation::official, false).forEach((place, sum) -> put(place, sum, spoken, some));
    spoken.putAll(some);
    sums(one -> !one.official(), false).forEach((place, sum) -> put(place, sum, spoken, some));
    return Stream.of(sums, ownSums, some).flatMap(map -> map.values().stream()).toList();
  }

  private static void put(
      Place place, Observation sum, Map<Place, Observation> known, Map<Place, Observation> into) {
    if (!known.containsKey(place)) {
      into.put(place, sum);
    }
  }

  private static Map<Place, Observation> byPlace(Stream<Observation> observations) {
    return observations.collect(
        Collectors.toMap(Place::of, Function.identity(), (one, _) -> one, LinkedHashMap::new));
  }

  /** One for each place of which the chosen rows give every part, or, if not whole, any part. */
  private Map<Place, Observation> sums(Predicate<Observation> chosen, boolean whole) {
    List<Map<Place, Observation>> read =
        parts.stream().map(part -> byPlace(part.observations().stream().filter(chosen))).toList();
    Map<Place, Observation> sums = new LinkedHashMap<>();
    read.stream()
        .flatMap(part -> part.keySet().stream())
        .distinct()
        .filter(place -> !whole || read.stream().allMatch(part -> part.containsKey(place)))
        .forEach(
            place ->
                sums.put(
                    place,
                    sum(read.stream().map(part -> Optional.ofNullable(part.get(place))).toList())));
    return sums;
  }

  /**
   * @param found one for each part; one of them at least is there
   */
  private Observation sum(List<Optional<Observation>> found) {
    List<Observation> there = found.stream().flatMap(Optional::stream).toList();
    boolean isCount = indicator.kind() == IndicatorKind.COUNT;
    Quantity top = isCount ? Quantity.NONE : sum(found, Observation::numerator);
    Quantity bottom = isCount ? Quantity.NONE : sum(found, Observation::denominator);
    Quantity values = sum(found, Observation::figure);
    return new Observation(
        there.getFirst().area(),
        indicator,
        there.getFirst().period(),
        isCount || values.number() == null ? values : quotient(top, bottom),
        top,
        bottom,
        formula(isCount),
        there.stream().flatMap(part -> part.releases().stream()).distinct().toList(),
        there.stream().flatMap(part -> part.sources().stream()).toList(),
        AccessClass.strictest(there.stream().map(Observation::accessClass).toList()),
        null);
  }

  private static Quantity sum(
      List<Optional<Observation>> found, Function<Observation, Quantity> part) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Optional<Observation> one : found) {
      Quantity quantity =
          one.map(part).orElseGet(() -> Quantity.missing(MissingReason.NOT_COLLECTED));
      @Nullable BigDecimal number = quantity.number();
      if (number == null) {
        return Quantity.missing(
            Objects.requireNonNullElse(quantity.missing(), MissingReason.NOT_AVAILABLE));
      }
      sum = sum.add(number);
    }
    return Quantity.of(sum);
  }

  private Quantity quotient(Quantity top, Quantity bottom) {
    @Nullable BigDecimal above = top.number();
    @Nullable BigDecimal below = bottom.number();
    if (above == null) {
      return Quantity.missing(Objects.requireNonNull(top.missing()));
    }
    if (below == null) {
      return Quantity.missing(Objects.requireNonNull(bottom.missing()));
    }
    if (below.signum() == 0) {
      return Quantity.missing(MissingReason.NOT_APPLICABLE);
    }
    return Quantity.of(
        Objects.requireNonNull(indicator.rateMultiplier())
            .multiply(above)
            .divide(below, indicator.decimals(), RoundingMode.HALF_UP));
  }

  private String formula(boolean isCount) {
    String whole = parts.stream().map(Part::words).collect(Collectors.joining(" + "));
    return isCount
        ? "Sum of %s, which make the whole".formatted(whole)
        : "%s x numerators / denominators, each summed over %s, which make the whole, %s"
            .formatted(
                Objects.requireNonNull(indicator.rateMultiplier())
                    .stripTrailingZeros()
                    .toPlainString(),
                whole,
                indicator.rounding());
  }
}
