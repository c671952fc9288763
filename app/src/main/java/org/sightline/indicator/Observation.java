package org.sightline.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Area;
import org.sightline.council.JointReturn;

/**
 * One indicator's figure for one area, period and breakdown.
 *
 * @param figure there, or missing with the reason: never neither
 * @param numerator {@link Quantity#NONE} for a plain count; where the definition has one and no
 *     release gives it, missing
 * @param denominator as the numerator
 * @param derivedFrom the formula and parts of a derived figure, or null for a published one
 * @param releases what it rests on; empty where no release speaks of the area
 * @param sources the lines it was read from; empty where no file speaks of the area, or the viewer
 *     may see only some of the file
 * @param accessClass of the row it was read from; of a derived one, the strictest of its parts'
 *     classes
 * @param reportedBy the joint return that holds the figure, or null
 */
public record Observation(
    Area area,
    Indicator indicator,
    Period period,
    Quantity figure,
    Quantity numerator,
    Quantity denominator,
    @Nullable String derivedFrom,
    List<Release> releases,
    List<SourceLine> sources,
    AccessClass accessClass,
    @Nullable JointReturn reportedBy) {

  public Observation {
    if (figure.equals(Quantity.NONE)) {
      throw new IllegalArgumentException("A figure that is missing says why.");
    }
    MissingReason unsaid =
        figure.missing() == null ? MissingReason.NOT_AVAILABLE : figure.missing();
    numerator = numerator.orMissing(indicator.numeratorWords(), unsaid);
    denominator = denominator.orMissing(indicator.denominatorWords(), unsaid);
    releases = List.copyOf(releases);
    sources = List.copyOf(sources);
  }

  /** A figure that no release gives, and why. */
  static Observation absent(Area area, Indicator indicator, Period period, MissingReason reason) {
    return absent(area, indicator, period, reason, null);
  }

  /** A figure that is reported together with others'. */
  static Observation absent(
      Area area,
      Indicator indicator,
      Period period,
      MissingReason reason,
      @Nullable JointReturn reportedBy) {
    return new Observation(
        area,
        indicator,
        period,
        Quantity.missing(reason),
        Quantity.NONE,
        Quantity.NONE,
        null,
        List.of(),
        List.of(),
        AccessClass.PUBLISHED,
        reportedBy);
  }

  /** The value in the indicator's unit, or null where it is missing. */
  public @Nullable BigDecimal value() {
    return figure.number();
  }

  /** Why there is no value, or null where there is one. */
  public @Nullable MissingReason missing() {
    return figure.missing();
  }

  /** Whether official publications alone give it; otherwise a council has a part in it. */
  boolean official() {
    return releases.stream().allMatch(Release::official);
  }

  /** Whether the value was made of other figures. */
  public boolean derived() {
    return derivedFrom != null;
  }
}
