package org.sightline.benchmark;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Council;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Period;
import org.sightline.indicator.PeriodType;
import org.sightline.indicator.Series;

/** Makes the lines of profiles; the benchmarks behind them once for all councils of an answer. */
final class ProfileLines {
  private static final int LAST_POINTS = 12;

  private record Key(int indicatorId, List<Council> members) {}

  private final Map<Key, Benchmark> benchmarks = new HashMap<>();
  private final Map<Integer, Set<Period>> shown = new HashMap<>();

  /** The periods of an indicator that any trend made so far shows. */
  Set<Period> shown(Indicator indicator) {
    return shown.getOrDefault(indicator.id(), Set.of());
  }

  /** A council's line on an indicator. */
  CouncilProfile.Line line(Council council, Material material) {
    Series series = material.series();
    if (series.editions().isEmpty()) {
      return new CouncilProfile.Line(
          series.indicator(),
          null,
          null,
          MissingReason.NOT_COLLECTED,
          List.of(),
          "No release has figures of it as known on %s.".formatted(series.asAt()));
    }
    Period period = series.period(null);
    Benchmark benchmark = benchmark(council, material, period);
    Optional<Standing> standing =
        benchmark.standings().stream()
            .filter(one -> one.observation().area().key() == council.key())
            .findFirst();
    @Nullable MissingReason reason =
        standing.isPresent() ? null : material.figures().of(council, period).missing();
    return new CouncilProfile.Line(
        series.indicator(),
        period,
        standing.map(one -> new StandingFields.InBenchmark(benchmark, one)).orElse(null),
        reason,
        trends(council, material, period.type()),
        "%s: %s".formatted(period.label(), benchmark.basis().text()));
  }

  private Benchmark benchmark(Council council, Material material, Period period) {
    List<Council> members = material.areas().comparableWith(List.of(council));
    return benchmarks.computeIfAbsent(
        new Key(material.indicator().id(), members),
        _ ->
            BenchmarkService.benchmark(
                BenchmarkQuestion.among(council, members, period, material.surroundings()),
                material,
                period,
                members));
  }

  /** The last points of each type of period in which anything is said of the council. */
  private List<Trend> trends(Council council, Material material, PeriodType first) {
    return material.series().types().stream()
        .sorted(Comparator.comparing(type -> type != first))
        .flatMap(type -> periods(council, material, type))
        .map(periods -> trend(council, material, periods))
        .toList();
  }

  private Trend trend(Council council, Material material, TrendPeriods periods) {
    shown.computeIfAbsent(material.indicator().id(), _ -> new HashSet<>()).addAll(periods.list());
    return material.trend(council, periods);
  }

  private static Stream<TrendPeriods> periods(Council council, Material material, PeriodType type) {
    List<Period> all =
        material.series().periods(type).stream()
            .filter(period -> council.existsOn(period.endsOn()))
            .filter(period -> material.figures().speakOf(council, period))
            .toList();
    return all.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new TrendPeriods(type, all.subList(Math.max(0, all.size() - LAST_POINTS), all.size())));
  }
}
