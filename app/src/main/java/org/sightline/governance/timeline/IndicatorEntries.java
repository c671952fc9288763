package org.sightline.governance.timeline;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaService;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.JointReturn;
import org.sightline.governance.StatedDay;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.BadUserInput;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorService;
import org.sightline.indicator.Observation;
import org.sightline.indicator.ObservationService;
import org.sightline.indicator.Period;
import org.sightline.indicator.Release;
import org.sightline.indicator.Series;
import org.sightline.indicator.Slice;

/** Figures on the timeline, at the ends of their periods. */
@Singleton
class IndicatorEntries {
  private static final int MOST_INDICATORS = 10;

  private final IndicatorService indicators;
  private final ObservationService observations;
  private final AreaService areaService;

  IndicatorEntries(
      IndicatorService indicators, ObservationService observations, AreaService areaService) {
    this.indicators = indicators;
    this.observations = observations;
    this.areaService = areaService;
  }

  /**
   * Every figure of some indicators for some councils, of the periods that official figures have
   * or, where there are none, the councils' own; in the same statements for any number.
   *
   * @throws BadUserInput when a code is unknown, or there are too many
   */
  List<TimelineEntry> entries(Collection<Integer> councilKeys, List<String> codes) {
    if (codes.size() > MOST_INDICATORS) {
      throw new BadUserInput(
          "A timeline shows at most %d indicators; %d are named."
              .formatted(MOST_INDICATORS, codes.size()),
          "indicators");
    }
    if (codes.isEmpty()) {
      return List.of();
    }
    Areas areas = areaService.all();
    List<Series> series = observations.series(indicators.listByCodes(codes), Arguments.today());
    List<Slice> slices = series.stream().map(IndicatorEntries::slice).toList();
    List<Integer> asked =
        Stream.concat(councilKeys.stream(), areas.jointReturns().stream().map(JointReturn::key))
            .toList();
    Map<Integer, Figures> figures = observations.byIndicator(slices, areas, asked);
    List<TimelineEntry> entries = new ArrayList<>();
    for (Slice slice : slices) {
      Figures found = Objects.requireNonNull(figures.get(slice.series().indicator().id()));
      for (int councilKey : councilKeys) {
        entries.addAll(ofCouncil(slice, found, areas.council(councilKey)));
      }
    }
    return entries;
  }

  private static Slice slice(Series series) {
    List<Period> periods =
        series
            .officialType()
            .or(() -> series.types().stream().findFirst())
            .map(series::periods)
            .orElse(List.of());
    return Slice.of(series, periods, Breakdown.ofCode(series.indicator().defaultBreakdown()));
  }

  private static List<TimelineEntry> ofCouncil(Slice slice, Figures figures, Council council) {
    return slice.periods().stream()
        .filter(period -> figures.speakOf(council, period))
        .map(period -> entry(figures.of(council, period), council))
        .toList();
  }

  private static TimelineEntry entry(Observation observation, Council council) {
    Indicator indicator = observation.indicator();
    Period period = observation.period();
    @Nullable BigDecimal value = observation.figure().number();
    return TimelineEntry.onDay(
        "indicator-%d-%d-%d".formatted(indicator.id(), period.id(), council.key()),
        council.key(),
        TimelineKind.INDICATOR,
        StatedDay.of(period.endsOn()),
        indicator.name(),
        "%s: %s"
            .formatted(
                period.label(),
                value == null ? observation.figure().missing() : value.toPlainString()),
        new TimelineEntry.Cited(
            observation.releases().stream().map(Release::title).collect(Collectors.joining("; ")),
            null),
        observation);
  }
}
