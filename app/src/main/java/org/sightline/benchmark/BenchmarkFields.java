package org.sightline.benchmark;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.CompetitionRank;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.benchmark.statistics.Funnel;
import org.sightline.benchmark.statistics.QuartileBand;
import org.sightline.benchmark.statistics.Verdict;
import org.sightline.council.AreaService;
import org.sightline.council.Council;
import org.sightline.council.GroupArgument;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.indicator.PeriodType;

/** The schema's questions that put councils side by side. */
@Singleton
class BenchmarkFields implements RoomFields {
  private final BenchmarkService benchmarkService;
  private final AreaService areaService;
  private final CitationService citationService;

  BenchmarkFields(
      BenchmarkService benchmarkService, AreaService areaService, CitationService citationService) {
    this.citationService = citationService;
    this.benchmarkService = benchmarkService;
    this.areaService = areaService;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("benchmark", this::benchmark)
                .dataFetcher("benchmarks", this::benchmarks)
                .dataFetcher(
                    "citedBenchmark",
                    environment ->
                        citationService.find(Arguments.required(environment, "citation"))))
        .type(benchmarkType().wiring())
        .type(StandingFields.standing().wiring())
        .type(ComparatorFields.comparators().wiring())
        .type(ComparatorFields.comparator().wiring())
        .type(FunnelFields.funnel().wiring())
        .type(StandingFields.summary().wiring())
        .type(StandingFields.missingCount().wiring())
        .type(TypeFields.of("Basis", Basis.class).field("text", Basis::text).wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.ofEntries(
        Map.entry("Benchmark", Benchmark.class),
        Map.entry("Citation", Citation.class),
        Map.entry("CitedBenchmark", CitedBenchmark.class),
        Map.entry("Basis", Basis.class),
        Map.entry("Standing", StandingFields.InBenchmark.class),
        Map.entry("Rank", CompetitionRank.class),
        Map.entry("Interval", FigureInterval.class),
        Map.entry("Funnel", FunnelPlot.class),
        Map.entry("OverDispersion", FunnelPlot.Dispersion.class),
        Map.entry("FunnelCount", FunnelPlot.Outside.class),
        Map.entry("FunnelLimits", FunnelPlot.Limits.class),
        Map.entry("FunnelPlace", FunnelPlace.class),
        Map.entry("FunnelPosition", FunnelPlace.Place.class),
        Map.entry("Comparators", Comparators.class),
        Map.entry("Comparator", ComparatorFigure.class),
        Map.entry("MissingMember", ComparatorFigure.MissingMember.class),
        Map.entry("Summary", Summary.class),
        Map.entry("MissingCount", Summary.MissingCount.class));
  }

  @Override
  public Map<String, Class<? extends Enum<?>>> enums() {
    return Map.of(
        "FunnelKind",
        Funnel.Kind.class,
        "NoRankReason",
        NoRankReason.class,
        "QuartileBand",
        QuartileBand.class,
        "SummaryMethod",
        SummaryMethod.class,
        "Verdict",
        Verdict.class);
  }

  private Benchmark benchmark(DataFetchingEnvironment environment) {
    return benchmarkService.benchmark(
        Arguments.required(environment, "indicator"), question(environment));
  }

  private List<Benchmark> benchmarks(DataFetchingEnvironment environment) {
    return benchmarkService.benchmarks(
        Objects.requireNonNull(environment.<List<String>>getArgument("indicators")),
        question(environment));
  }

  static BenchmarkQuestion question(DataFetchingEnvironment environment) {
    @Nullable Map<String, Object> among = environment.getArgument("among");
    return new BenchmarkQuestion(
        environment.getArgument("period"),
        Arguments.optional(environment, "periodType", PeriodType::valueOf),
        GroupArgument.read(among),
        among,
        Arguments.dayOrToday(environment, "asAt"),
        Arguments.optional(environment, "direction", Direction::valueOf),
        BreakdownArgument.read(environment.getArgument("breakdown")),
        environment.getArgument("neighbourModel"),
        null);
  }

  private TypeFields<Benchmark> benchmarkType() {
    return TypeFields.of("Benchmark", Benchmark.class)
        .field("breakdown", benchmark -> benchmark.breakdown().list())
        .field("asAt", benchmark -> benchmark.basis().asAt())
        .field("england", Benchmark::england)
        .field("best", benchmark -> StandingFields.InBenchmark.of(benchmark, benchmark.best()))
        .field("topQuartileThreshold", benchmark -> benchmark.topQuartile().value())
        .field("noTopQuartileBecause", benchmark -> benchmark.topQuartile().noneBecause())
        .field("funnel", Benchmark::funnel)
        .link("citation", CitationLoaders::citation)
        .field("standings", StandingFields.InBenchmark::all)
        .fetch("standing", this::standing);
  }

  private StandingFields.InBenchmark standing(
      Benchmark benchmark, DataFetchingEnvironment environment) {
    Council council =
        areaService.getByCode(
            benchmark.surroundings().areas(), Arguments.required(environment, "council"));
    return new StandingFields.InBenchmark(benchmark, benchmark.getStanding(council));
  }
}
