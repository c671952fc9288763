package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.ComparatorFigure.Beside;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.council.Council;
import org.sightline.graphql.BadUserInput;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;

/**
 * The councils of a group side by side on one indicator in one period.
 *
 * @param question as it was asked
 * @param direction which end ranks first, or null where neither does
 * @param standings in order: ranked ones by rank, others by name, those without a value last
 * @param absent standings of the group's councils that did not exist in the period, which say so
 * @param allValues of all England, or of the made-up region, over which bands are cut
 */
public record Benchmark(
    BenchmarkQuestion question,
    Indicator indicator,
    Period period,
    Breakdown breakdown,
    @Nullable Direction direction,
    List<Standing> standings,
    List<Standing> absent,
    Summary summary,
    Basis basis,
    List<BigDecimal> allValues,
    Surroundings surroundings) {

  public Benchmark {
    standings = List.copyOf(standings);
    absent = List.copyOf(absent);
    allValues = List.copyOf(allValues);
  }

  /** What ranks first. */
  Order order() {
    return surroundings.order(period);
  }

  /** The figures, in the order of the standings. */
  List<Observation> observations() {
    return standings.stream().map(Standing::observation).toList();
  }

  /** What a standing is compared with. */
  public Comparators comparators(Standing standing) {
    return new Comparators(standing.observation(), surroundings);
  }

  /** England's published figure; missing beside areas made up for the demonstration. */
  public ComparatorFigure england() {
    Beside nobody = new Beside(null, surroundings);
    return basis.generated()
        ? ComparatorFigure.notComparedWithEngland(period, nobody)
        : ComparatorFigure.published(
            ComparatorFigure.Method.ENGLAND,
            surroundings.figure(surroundings.areas().england(), period),
            nobody);
  }

  /** Those that share the first place; none where nobody is ranked. */
  public List<Standing> best() {
    return standings.stream()
        .filter(standing -> standing.rank() != null && standing.rank().position() == 1)
        .toList();
  }

  /** The cut point between the bands A and B, or why there is none. */
  Statistic<BigDecimal> topQuartile() {
    return GroupFigure.topQuartile(indicator, direction, allValues);
  }

  /** The funnel around England; none for areas made up for the demonstration. */
  public FunnelPlot funnel() {
    return basis.generated()
        ? Funnels.none(
            indicator,
            NoStatisticReason.COMPARATOR_MISSING,
            "England is never compared with areas made up for the demonstration.")
        : surroundings.funnel(period);
  }

  /**
   * The standing of a council. One of the group that did not exist in the period has one that says
   * so, with its comparators.
   *
   * @throws BadUserInput when it is not one of the group
   */
  public Standing getStanding(Council council) {
    return Stream.concat(standings.stream(), absent.stream())
        .filter(standing -> standing.observation().area().key() == council.key())
        .findFirst()
        .orElseThrow(
            () ->
                new BadUserInput(
                    "%s is not one of the %d areas of this benchmark in %s."
                        .formatted(council.name(), standings.size(), period.label()),
                    "council"));
  }
}
