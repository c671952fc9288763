package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.council.AreaService;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.Neighbour;
import org.sightline.council.NeighbourModel;
import org.sightline.council.NeighbourService;
import org.sightline.graphql.BadUserInput;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Figures;
import org.sightline.indicator.IndicatorService;
import org.sightline.indicator.ObservationService;
import org.sightline.indicator.Period;
import org.sightline.indicator.Series;
import org.sightline.indicator.Slice;

/**
 * Tells councils' whole stories. Costs the same statements for one indicator and for all, for one
 * council and for several.
 */
@Singleton
public class ProfileService {
  private final IndicatorService indicatorService;
  private final ObservationService observationService;
  private final AreaService areaService;
  private final NeighbourService neighbourService;
  private final SurroundingsService surroundingsService;

  ProfileService(
      IndicatorService indicatorService,
      ObservationService observationService,
      AreaService areaService,
      NeighbourService neighbourService,
      SurroundingsService surroundingsService) {
    this.indicatorService = indicatorService;
    this.observationService = observationService;
    this.areaService = areaService;
    this.neighbourService = neighbourService;
    this.surroundingsService = surroundingsService;
  }

  /**
   * The profiles of some councils, by the councils' keys.
   *
   * @throws BadUserInput when the model is unknown
   */
  public Map<Integer, CouncilProfile> profiles(
      ProfileQuestion question, Collection<Integer> councilKeys) {
    Areas areas = areaService.all();
    List<Council> councils = councilKeys.stream().map(areas::council).toList();
    NeighbourModel model = neighbourService.model(question.neighbourModel(), question.asAt());
    Map<Integer, List<Neighbour>> neighbours =
        neighbourService.neighbours(model, councilKeys, areas);
    Boolean headline = question.onlyHeadline() ? Boolean.TRUE : null;
    List<Series> all =
        observationService.series(indicatorService.list(null, headline, null), question.asAt());
    Map<Integer, Figures> figures =
        observationService.byIndicator(
            all.stream().flatMap(ProfileService::slices).toList(),
            areas,
            areaKeys(councils, areas, neighbours));
    Surroundings.Shared shared =
        surroundingsService.shared(
            areas,
            question.asAt(),
            model,
            () -> neighbours,
            all.stream().map(series -> series.indicator().id()).toList());
    ProfileLines lines = new ProfileLines();
    // Only comparators of older periods with more than neighbours, England and the region need it:
    // those of the periods that are shown.
    Once<Map<Integer, Figures>> everybody =
        new Once<>(
            () ->
                observationService.byIndicator(
                    all.stream().map(series -> whole(series, lines)).toList(), areas, List.of()));
    List<Material> materials =
        all.stream()
            .map(
                series ->
                    new Material(
                        series,
                        breakdown(series),
                        Objects.requireNonNull(figures.get(series.indicator().id())),
                        surroundings(series, shared, figures, everybody)))
            .toList();
    return councils.stream()
        .collect(
            Collectors.toMap(
                Council::key, council -> profile(council, question, model, materials, lines)));
  }

  private static CouncilProfile profile(
      Council council,
      ProfileQuestion question,
      NeighbourModel model,
      List<Material> materials,
      ProfileLines lines) {
    List<CouncilProfile.Line> all =
        materials.stream().map(material -> lines.line(council, material)).toList();
    Map<String, List<CouncilProfile.Line>> byTheme =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.indicator().theme(), LinkedHashMap::new, Collectors.toList()));
    return new CouncilProfile(
        council,
        question.asAt(),
        model,
        byTheme.entrySet().stream()
            .map(theme -> new CouncilProfile.Theme(theme.getKey(), theme.getValue()))
            .toList(),
        "%d %sindicators, of which %d have a figure of %s that you may see; each standing is among all councils it compares with, in the newest period of official figures, or of councils' own where no official figures speak of the indicator; as known on %s."
            .formatted(
                all.size(),
                question.onlyHeadline() ? "headline " : "",
                all.stream().filter(line -> !line.trends().isEmpty()).count(),
                council.name(),
                question.asAt()));
  }

  private static Surroundings surroundings(
      Series series,
      Surroundings.Shared shared,
      Map<Integer, Figures> nearby,
      Supplier<Map<Integer, Figures>> everybody) {
    int indicator = series.indicator().id();
    Figures read = Objects.requireNonNull(nearby.get(indicator));
    Set<Period> whole = ofStandings(series);
    return new Surroundings(
        shared,
        series.indicator(),
        Directions.byPolarity(series.indicator()),
        read,
        period ->
            whole.contains(period) ? read : Objects.requireNonNull(everybody.get().get(indicator)));
  }

  private static Slice whole(Series series, ProfileLines lines) {
    Set<Period> read = ofStandings(series);
    List<Period> others =
        lines.shown(series.indicator()).stream().filter(period -> !read.contains(period)).toList();
    return new Slice(series, others, breakdown(series), true);
  }

  /** The period of the standings and those that it is compared with. */
  private static Set<Period> ofStandings(Series series) {
    if (series.editions().isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(series.compared(series.period(null)));
  }

  /** Every area's figures in the period of the standings and before; of the others only some. */
  private static Stream<Slice> slices(Series series) {
    Breakdown breakdown = breakdown(series);
    if (series.editions().isEmpty()) {
      return Stream.of(new Slice(series, List.of(), breakdown, false));
    }
    Set<Period> whole = ofStandings(series);
    List<Period> others =
        series.periods().stream().filter(other -> !whole.contains(other)).toList();
    return Stream.of(
        new Slice(series, whole, breakdown, true), new Slice(series, others, breakdown, false));
  }

  private static Breakdown breakdown(Series series) {
    return Breakdown.ofCode(series.indicator().defaultBreakdown());
  }

  private static Set<Integer> areaKeys(
      List<Council> councils, Areas areas, Map<Integer, List<Neighbour>> neighbours) {
    return councils.stream()
        .flatMap(
            council ->
                TrendService.areaKeys(
                    council, areas, neighbours.getOrDefault(council.key(), List.of()))
                    .stream())
        .collect(Collectors.toSet());
  }
}
