package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sightline.council.AreaService;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.Neighbour;
import org.sightline.council.NeighbourModel;
import org.sightline.council.NeighbourService;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorService;
import org.sightline.indicator.ObservationService;
import org.sightline.indicator.Period;
import org.sightline.indicator.Series;

/** A council's series with its comparators. Costs the same statements for any number of periods. */
@Singleton
public class TrendService {
  private final IndicatorService indicatorService;
  private final ObservationService observationService;
  private final AreaService areaService;
  private final NeighbourService neighbourService;
  private final AskedBreakdown askedBreakdown;
  private final SurroundingsService surroundingsService;

  TrendService(
      IndicatorService indicatorService,
      ObservationService observationService,
      AreaService areaService,
      NeighbourService neighbourService,
      AskedBreakdown askedBreakdown,
      SurroundingsService surroundingsService) {
    this.indicatorService = indicatorService;
    this.observationService = observationService;
    this.areaService = areaService;
    this.neighbourService = neighbourService;
    this.askedBreakdown = askedBreakdown;
    this.surroundingsService = surroundingsService;
  }

  /**
   * The trend asked for.
   *
   * @throws org.sightline.graphql.BadUserInput when a code, period, type, model or breakdown is
   *     unknown, or the first period comes after the last
   */
  public Trend trend(TrendQuestion question) {
    Areas areas = areaService.all();
    Council council = areaService.getByCode(areas, question.council());
    Indicator indicator = indicatorService.getByCode(question.indicator());
    Series series = observationService.series(indicator, question.asAt());
    List<Period> candidates =
        TrendPeriods.typeAsked(series, question).map(series::periods).orElseGet(series::periods);
    Breakdown breakdown = askedBreakdown.of(indicator, question.breakdown());
    NeighbourModel model = neighbourService.model(question.neighbourModel(), question.asAt());
    Map<Integer, List<Neighbour>> neighbours =
        neighbourService.neighbours(model, List.of(council.key()), areas);
    Figures figures =
        observationService.figures(
            series,
            candidates,
            breakdown,
            areas,
            areaKeys(council, areas, neighbours.getOrDefault(council.key(), List.of())));
    TrendPeriods periods =
        TrendPeriods.of(
            series,
            question,
            period ->
                council.existsOn(period.endsOn())
                    && (series.isOfficial(period) || figures.speakOf(council, period)));
    Once<Figures> everybody =
        new Once<>(() -> observationService.figures(series, candidates, breakdown, areas, null));
    Surroundings surroundings =
        new Surroundings(
            surroundingsService.shared(
                areas, question.asAt(), model, () -> neighbours, List.of(indicator.id())),
            indicator,
            Directions.byPolarity(indicator),
            figures,
            _ -> everybody.get());
    return new Material(series, breakdown, figures, surroundings).trend(council, periods);
  }

  /** The council, its neighbours, whoever reports for them, its region and England. */
  static Set<Integer> areaKeys(Council council, Areas areas, List<Neighbour> neighbours) {
    Set<Integer> keys = new HashSet<>();
    keys.add(council.key());
    keys.add(areas.regionOf(council).key());
    keys.add(areas.england().key());
    neighbours.forEach(neighbour -> keys.add(neighbour.council().key()));
    areas.jointReturns().forEach(joint -> keys.add(joint.key()));
    return keys;
  }
}
