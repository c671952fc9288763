package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Area;
import org.sightline.council.NeighbourModel;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;
import org.sightline.indicator.Quantity;

/**
 * A figure to compare with. It always says how it was made and of how many.
 *
 * @param observation England's or the region's published figure, or null for a mean or a median
 * @param model the neighbour model, or null for England and a region
 * @param n how many values it was made of
 * @param size how many it would be made of if none were missing
 * @param comparedWith the council's own value, or null where there is none
 */
public record ComparatorFigure(
    Method method,
    String name,
    Quantity figure,
    @Nullable Observation observation,
    @Nullable NeighbourModel model,
    Period period,
    int n,
    int size,
    List<MissingMember> missingMembers,
    @Nullable BigDecimal comparedWith) {

  /** Fewer neighbours than this make a comparator that is marked. */
  private static final int FEW = 8;

  /** How a comparator is made. */
  public enum Method {
    ENGLAND,
    REGION,
    NEIGHBOUR_MEAN,
    NEIGHBOUR_MEDIAN
  }

  /** A member without a value. */
  public record MissingMember(Area area, MissingReason reason) {
    static MissingMember of(Observation observation) {
      return new MissingMember(
          observation.area(), Objects.requireNonNull(observation.missing(), "It is not missing."));
    }
  }

  /** England or a region, as published. */
  static ComparatorFigure published(
      Method method, Observation published, @Nullable BigDecimal comparedWith) {
    boolean isThere = published.value() != null;
    return new ComparatorFigure(
        method,
        published.area().name(),
        published.figure(),
        published,
        null,
        published.period(),
        isThere ? 1 : 0,
        1,
        isThere ? List.of() : List.of(MissingMember.of(published)),
        comparedWith);
  }

  /** England beside an area made up for the demonstration: none. */
  static ComparatorFigure notComparedWithEngland(Period period) {
    return new ComparatorFigure(
        Method.ENGLAND,
        "England (never compared with a made-up area)",
        Quantity.missing(MissingReason.NOT_APPLICABLE),
        null,
        null,
        period,
        0,
        0,
        List.of(),
        null);
  }

  public ComparatorFigure {
    missingMembers = List.copyOf(missingMembers);
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

  /** The council's value less this one, or null where either is missing. */
  public @Nullable BigDecimal difference() {
    @Nullable BigDecimal own = figure.number();
    return own == null || comparedWith == null ? null : comparedWith.subtract(own);
  }
}
