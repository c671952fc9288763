package org.sightline.benchmark;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.Neighbour;
import org.sightline.council.NeighbourModel;
import org.sightline.graphql.BadUserInput;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.Period;

/**
 * The councils of a group side by side on one indicator in one period.
 *
 * @param direction which end ranks first, or null where neither does
 * @param standings in order: ranked ones by rank, others by name, those without a value last
 */
public record Benchmark(
    Indicator indicator,
    Period period,
    Breakdown breakdown,
    @Nullable Direction direction,
    List<Standing> standings,
    Summary summary,
    Basis basis,
    Figures figures,
    Areas areas,
    NeighbourModel model,
    Supplier<Map<Integer, List<Neighbour>>> neighboursOf) {

  public Benchmark {
    standings = List.copyOf(standings);
  }

  /** What a standing is compared with. */
  public Comparators comparators(Standing standing) {
    return new Comparators(standing.observation(), figures, areas, model, neighboursOf);
  }

  /** England's published figure; missing beside areas made up for the demonstration. */
  public ComparatorFigure england() {
    return basis.generated()
        ? ComparatorFigure.notComparedWithEngland(period)
        : ComparatorFigure.published(
            ComparatorFigure.Method.ENGLAND, figures.of(areas.england(), period), null);
  }

  /**
   * The standing of a council.
   *
   * @throws BadUserInput when it is not one of the group in this period
   */
  public Standing getStanding(Council council) {
    return standings.stream()
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
