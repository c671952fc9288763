package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.council.AreaService;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.JointReturn;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.DefinitionService;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorService;
import org.sightline.indicator.IndicatorTarget;
import org.sightline.indicator.ObservationService;
import org.sightline.indicator.Series;
import org.sightline.indicator.Slice;

/**
 * How councils' figures moved since days of theirs, over what the viewer may see. Costs the same
 * statements for one indicator, council and day and for many.
 */
@Singleton
public class MovementService {
  private final IndicatorService indicatorService;
  private final ObservationService observationService;
  private final DefinitionService definitionService;
  private final AreaService areaService;

  MovementService(
      IndicatorService indicatorService,
      ObservationService observationService,
      DefinitionService definitionService,
      AreaService areaService) {
    this.indicatorService = indicatorService;
    this.observationService = observationService;
    this.definitionService = definitionService;
    this.areaService = areaService;
  }

  /** Whose figure of what moved since when. */
  public record Asked(int indicatorKey, int councilKey, LocalDate since) {}

  /** The movements asked for; of an indicator that is not there, none. */
  public Map<Asked, Movement> movements(Collection<Asked> asked, LocalDate asAt) {
    Set<Integer> keys = asked.stream().map(Asked::indicatorKey).collect(Collectors.toSet());
    if (keys.isEmpty()) {
      return Map.of();
    }
    List<Indicator> indicators = List.copyOf(indicatorService.byId(keys).values());
    List<Series> all = observationService.series(indicators, asAt);
    Areas areas = areaService.all();
    Map<Integer, Figures> figures =
        observationService.byIndicator(
            all.stream().map(MovementService::slice).toList(), areas, areaKeys(asked, areas));
    Map<Integer, List<IndicatorTarget>> targets = definitionService.targets(keys);
    Map<Asked, Movement> movements = new HashMap<>();
    for (Series series : all) {
      int key = series.indicator().id();
      MovementOf of =
          new MovementOf(
              series,
              Objects.requireNonNull(figures.get(key)),
              targets.getOrDefault(key, List.of()));
      asked.stream()
          .filter(one -> one.indicatorKey() == key)
          .forEach(one -> movements.put(one, of.since(council(one, areas), one.since())));
    }
    return movements;
  }

  private static Council council(Asked asked, Areas areas) {
    return areas.council(asked.councilKey());
  }

  private static Slice slice(Series series) {
    return Slice.of(
        series, series.periods(), Breakdown.ofCode(series.indicator().defaultBreakdown()));
  }

  /** The councils, and whoever reports for them. */
  private static Set<Integer> areaKeys(Collection<Asked> asked, Areas areas) {
    return Stream.concat(
            asked.stream().map(Asked::councilKey),
            areas.jointReturns().stream().map(JointReturn::key))
        .collect(Collectors.toSet());
  }
}
