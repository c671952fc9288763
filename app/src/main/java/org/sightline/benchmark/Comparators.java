package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sightline.benchmark.ComparatorFigure.Method;
import org.sightline.benchmark.ComparatorFigure.MissingMember;
import org.sightline.benchmark.statistics.Distribution;
import org.sightline.council.Area;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.Country;
import org.sightline.council.JointReturn;
import org.sightline.council.Neighbour;
import org.sightline.council.NeighbourModel;
import org.sightline.council.Region;
import org.sightline.indicator.Figures;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;
import org.sightline.indicator.Quantity;

/**
 * What one observation is compared with. England and the region are the published rows, never sums
 * of ours.
 *
 * @param neighboursOf the neighbours of every council that may be asked for, read at first use
 */
public record Comparators(
    Observation observation,
    Figures figures,
    Areas areas,
    NeighbourModel model,
    Supplier<Map<Integer, List<Neighbour>>> neighboursOf) {

  /** England as published; missing for an area made up for the demonstration. */
  public ComparatorFigure england() {
    return observation.area().generated()
        ? ComparatorFigure.notComparedWithEngland(period())
        : published(Method.ENGLAND, areas.england());
  }

  /** The region as published. */
  public ComparatorFigure region() {
    return published(Method.REGION, regionOf(observation.area()));
  }

  /** The unweighted mean of the statistical neighbours that have a value, as DfE's LAIT has it. */
  public ComparatorFigure neighbourMean() {
    int decimals = observation.indicator().decimals();
    return ofNeighbours(Method.NEIGHBOUR_MEAN, "Mean", distribution -> distribution.mean(decimals));
  }

  /** The median of the statistical neighbours that have a value, as DfE's dashboard has it. */
  public ComparatorFigure neighbourMedian() {
    return ofNeighbours(Method.NEIGHBOUR_MEDIAN, "Median", Distribution::median);
  }

  private ComparatorFigure published(Method method, Area area) {
    return ComparatorFigure.published(method, figures.of(area, period()), observation.value());
  }

  private ComparatorFigure ofNeighbours(
      Method method, String word, Function<Distribution, BigDecimal> make) {
    List<Observation> all =
        neighboursOf.get().getOrDefault(observation.area().key(), List.of()).stream()
            .map(neighbour -> figures.of(neighbour.council(), period()))
            .toList();
    List<BigDecimal> values =
        all.stream().flatMap(one -> Optional.ofNullable(one.value()).stream()).toList();
    Quantity figure =
        values.isEmpty()
            ? Quantity.missing(reasonForNone(all))
            : Quantity.of(make.apply(Distribution.of(values)));
    return new ComparatorFigure(
        method,
        "%s of %d of %d statistical neighbours (%s model)"
            .formatted(word, values.size(), all.size(), model.code()),
        figure,
        null,
        model,
        period(),
        values.size(),
        all.size(),
        all.stream().filter(one -> one.value() == null).map(MissingMember::of).toList(),
        observation.value());
  }

  private static MissingReason reasonForNone(List<Observation> all) {
    return all.stream()
        .flatMap(one -> Optional.ofNullable(one.missing()).stream())
        .findFirst()
        .orElse(MissingReason.NOT_APPLICABLE);
  }

  private Area regionOf(Area area) {
    return switch (area) {
      case Council council -> areas.regionOf(council);
      case JointReturn joint -> areas.regionOf(areas.council(joint.memberKeys().iterator().next()));
      case Region region -> region;
      case Country country -> country;
    };
  }

  private Period period() {
    return observation.period();
  }
}
