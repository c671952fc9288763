package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Area;
import org.sightline.council.NeighbourModel;
import org.sightline.indicator.IndicatorTarget;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;
import org.sightline.indicator.Quantity;
import org.sightline.indicator.Release;

/**
 * A figure to compare with. It always says how it was made and of how many.
 *
 * @param noValueBecause why there can be no such figure, whatever values there are; otherwise null
 * @param observation England's or the region's published figure, or null for any other
 * @param model the neighbour model, or null where it is not made of neighbours
 * @param n how many values it was made of
 * @param size how many it would be made of if none were missing
 * @param releases those that the values come from
 * @param beside whose figure it is compared with
 */
public record ComparatorFigure(
    Method method,
    String name,
    Quantity figure,
    @Nullable NoStatisticReason noValueBecause,
    @Nullable Observation observation,
    @Nullable NeighbourModel model,
    Period period,
    int n,
    int size,
    List<MissingMember> missingMembers,
    List<Release> releases,
    Beside beside) {

  /** Fewer neighbours than this make a comparator that is marked. */
  private static final int FEW = 8;

  /** How a comparator is made. */
  public enum Method {
    ENGLAND,
    REGION,
    NEIGHBOUR_MEAN,
    NEIGHBOUR_MEDIAN,
    NEIGHBOUR_BEST,
    TYPE_MEAN,
    TYPE_MEDIAN,
    TYPE_BEST,
    GROUP_MEAN,
    GROUP_MEDIAN,
    GROUP_BEST,
    TARGET,
    TOP_QUARTILE
  }

  /** A member without a value. */
  public record MissingMember(Area area, MissingReason reason) {
    static MissingMember of(Observation observation) {
      return new MissingMember(
          observation.area(), Objects.requireNonNull(observation.missing(), "It is not missing."));
    }
  }

  /**
   * Whose figure a comparator is compared with.
   *
   * @param observation the council's own, or null where nobody's is
   */
  record Beside(@Nullable Observation observation, Surroundings surroundings) {}

  public ComparatorFigure {
    missingMembers = List.copyOf(missingMembers);
    releases = List.copyOf(releases);
  }

  /** England or a region, as published. */
  static ComparatorFigure published(Method method, Observation published, Beside beside) {
    boolean isThere = published.value() != null;
    return new ComparatorFigure(
        method,
        published.area().name(),
        published.figure(),
        null,
        published,
        null,
        published.period(),
        isThere ? 1 : 0,
        1,
        isThere ? List.of() : List.of(MissingMember.of(published)),
        published.releases(),
        beside);
  }

  /** A figure that cannot be, and why in words. */
  static ComparatorFigure none(
      Method method,
      String name,
      Period period,
      @Nullable NoStatisticReason because,
      Beside beside) {
    return new ComparatorFigure(
        method,
        name,
        Quantity.missing(MissingReason.NOT_APPLICABLE),
        because,
        null,
        null,
        period,
        0,
        0,
        List.of(),
        List.of(),
        beside);
  }

  /** What a value is to reach: a target, or none. */
  static ComparatorFigure target(Optional<IndicatorTarget> target, Period period, Beside beside) {
    return target
        .map(
            set ->
                new ComparatorFigure(
                    Method.TARGET,
                    "Target (%s)".formatted(set.source()),
                    Quantity.of(set.value()),
                    null,
                    null,
                    null,
                    period,
                    1,
                    1,
                    List.of(),
                    List.of(),
                    beside))
        .orElseGet(
            () ->
                none(
                    Method.TARGET,
                    "Target (none is set)",
                    period,
                    NoStatisticReason.NO_TARGET,
                    beside));
  }

  /** England beside an area made up for the demonstration: none. */
  static ComparatorFigure notComparedWithEngland(Period period, Beside beside) {
    return none(
        Method.ENGLAND, "England (never compared with a made-up area)", period, null, beside);
  }

  /** The value, or null where it is missing. */
  public @Nullable BigDecimal value() {
    return figure.number();
  }

  /** Why there is no value, or null where there is one. */
  public @Nullable MissingReason missing() {
    return figure.missing();
  }

  /** True where it was made of fewer than eight neighbours. */
  public boolean fewerThanEight() {
    return model != null && n < FEW;
  }

  /** What is made of the parts of the council's figure and of this value, or why nothing is. */
  <T> Statistic<T> against(BiFunction<Parts, BigDecimal, T> make) {
    @Nullable Observation council = beside.observation();
    @Nullable BigDecimal value = value();
    if (council == null) {
      return Statistic.none(NoStatisticReason.NO_VALUE);
    }
    return Parts.ofQuotient(council)
        .then(
            parts ->
                value == null
                    ? Statistic.none(NoStatisticReason.COMPARATOR_MISSING)
                    : Statistic.of(make.apply(parts, value)));
  }

  /** The council's value less this one, or null where either is missing. */
  public @Nullable BigDecimal difference() {
    @Nullable Observation council = beside.observation();
    @Nullable BigDecimal other = council == null ? null : council.value();
    @Nullable BigDecimal own = figure.number();
    return own == null || other == null ? null : other.subtract(own);
  }
}
