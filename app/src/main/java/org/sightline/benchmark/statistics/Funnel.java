package org.sightline.benchmark.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Control limits around a target for every size of council, with and without allowance for
 * over-dispersion, after Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202.
 *
 * <p>Without: a proportion's limits are target +/- z * root(target * (1 - target) / n), which is
 * also where OHID's funnel plot tool has them (the values whose Wilson interval ends at the
 * target); those of a rate or ratio are exact Poisson, see {@link PoissonLimits}. With: target +/-
 * z standard errors that are multiplied by the root of phi, or that have tau squared added; where
 * {@link OverDispersion} finds no more than chance, the limits without.
 */
public final class Funnel {
  /** What is compared. A ratio's denominator is the expected count. */
  public enum Kind {
    PROPORTION,
    RATE,
    RATIO
  }

  /** Which allowance the limits make for over-dispersion. */
  public enum Allowance {
    NONE,
    /** Standard errors multiplied by the root of phi. */
    MULTIPLICATIVE,
    /** The variance between councils added to that of chance. */
    ADDITIVE
  }

  /** Where a council lies; on a limit is inside. */
  public enum Position {
    BELOW,
    INSIDE,
    ABOVE
  }

  /**
   * One council.
   *
   * @param count 0 or more; of a proportion at most the denominator
   * @param denominator above 0
   */
  public record Point(double count, double denominator) {
    public Point {
      Counts.checkRate(count, denominator);
    }
  }

  private final Kind kind;
  private final List<Point> points;
  private final double target;
  private final double multiplier;
  private final OverDispersion overDispersion;

  private Funnel(Kind kind, List<Point> points, double target, double multiplier) {
    this.kind = kind;
    this.points = List.copyOf(points);
    this.target = target;
    this.multiplier = multiplier;
    double[] errors =
        points.stream().mapToDouble(point -> standardError(point.denominator())).toArray();
    double[] zScores = points.stream().mapToDouble(this::zScore).toArray();
    this.overDispersion = OverDispersion.of(zScores, errors);
  }

  /**
   * The funnel of these councils.
   *
   * @param points those with a count and a denominator; over-dispersion is estimated from them
   * @param target the centre, in the unit of the figures: 22.6 of a percentage (multiplier 100),
   *     67.1 of a rate per 10,000. Unrounded: England's count over its denominator
   * @param multiplier what count over denominator is multiplied by to give the figure
   * @throws IllegalArgumentException when the target of a proportion is not between 0 and the
   *     multiplier, any other target not above 0, or a proportion's count above its denominator
   */
  public static Funnel of(Kind kind, List<Point> points, double target, double multiplier) {
    Counts.checkMultiplier(multiplier);
    if (!(target > 0) || Double.isInfinite(target)) {
      throw new IllegalArgumentException("A funnel's target is above 0, not " + target + ".");
    }
    if (kind == Kind.PROPORTION) {
      checkProportions(points, target, multiplier);
    }
    return new Funnel(kind, points, target, multiplier);
  }

  private static void checkProportions(List<Point> points, double target, double multiplier) {
    if (target >= multiplier) {
      throw new IllegalArgumentException(
          "A proportion's target is below %s, not %s.".formatted(multiplier, target));
    }
    points.forEach(point -> Counts.checkProportion(point.count(), point.denominator()));
  }

  public List<Point> points() {
    return points;
  }

  public double target() {
    return target;
  }

  /** How far these councils vary beyond chance. */
  public OverDispersion overDispersion() {
    return overDispersion;
  }

  /** A council's figure, in the unit of the target. */
  public double value(Point point) {
    return multiplier * point.count() / point.denominator();
  }

  /** How many standard errors of chance alone a council lies from the target. */
  public double zScore(Point point) {
    return (value(point) - target) / standardError(point.denominator());
  }

  /**
   * The control limits at a denominator, in the unit of the target; never below 0, and those of a
   * proportion never above the multiplier. Neither is null.
   */
  public Interval limits(double denominator, Confidence confidence, Allowance allowance) {
    Counts.checkRate(0, denominator);
    @Nullable Double error = allowedError(denominator, allowance);
    if (error != null) {
      return around(confidence.z() * error);
    }
    if (kind == Kind.PROPORTION) {
      return around(confidence.z() * standardError(denominator));
    }
    double expected = denominator * target / multiplier;
    double scale = multiplier / denominator;
    return new Interval(
        scale * PoissonLimits.lower(expected, confidence.tail()),
        scale * PoissonLimits.upper(expected, confidence.tail()));
  }

  /** Where a council lies by the limits at its own denominator. */
  public Position position(Point point, Confidence confidence, Allowance allowance) {
    Interval limits = limits(point.denominator(), confidence, allowance);
    double value = value(point);
    if (limits.isAbove(value)) {
      return Position.BELOW;
    }
    return limits.isBelow(value) ? Position.ABOVE : Position.INSIDE;
  }

  /** Where each council lies, in the order of the points. */
  public List<Position> positions(Confidence confidence, Allowance allowance) {
    return points.stream().map(point -> position(point, confidence, allowance)).toList();
  }

  /** How many councils lie outside. */
  public int outside(Confidence confidence, Allowance allowance) {
    return Math.toIntExact(
        positions(confidence, allowance).stream()
            .filter(position -> position != Position.INSIDE)
            .count());
  }

  /** The standard error that allows for over-dispersion; null where there is nothing to allow. */
  private @Nullable Double allowedError(double denominator, Allowance allowance) {
    double chance = standardError(denominator);
    double allowed =
        switch (allowance) {
          case NONE -> chance;
          case MULTIPLICATIVE -> chance * overDispersion.factor();
          case ADDITIVE -> Math.sqrt(chance * chance + overDispersion.tauSquared());
        };
    return allowed > chance ? allowed : null;
  }

  private double standardError(double denominator) {
    double share = target / multiplier;
    double variance = kind == Kind.PROPORTION ? share * (1 - share) : share;
    return multiplier * Math.sqrt(variance / denominator);
  }

  private Interval around(double half) {
    double highest = kind == Kind.PROPORTION ? multiplier : Double.POSITIVE_INFINITY;
    return new Interval(Math.max(0, target - half), Math.min(highest, target + half));
  }
}
