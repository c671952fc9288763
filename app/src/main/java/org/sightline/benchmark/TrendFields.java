package org.sightline.benchmark;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Confidence;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.council.GroupArgument;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.indicator.PeriodType;

/** The schema's questions about where figures go: trends, changes, improvers. */
@Singleton
class TrendFields implements RoomFields {
  private final TrendService trendService;
  private final ImproversService improversService;

  TrendFields(TrendService trendService, ImproversService improversService) {
    this.trendService = trendService;
    this.improversService = improversService;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("trend", this::trend)
                .dataFetcher("improvers", this::improvers))
        .type(trendType().wiring())
        .type(trendPoint().wiring())
        .type(
            TypeFields.of("RecentTrend", RecentTrend.class)
                .field("threshold", RecentTrend::threshold)
                .wiring())
        .type(
            tested(TypeFields.of("Change", Change.class), change -> change.chance().get()).wiring())
        .type(
            tested(TypeFields.of("YearBefore", ChangeSince.class), change -> change.chance().get())
                .wiring())
        .type(
            TypeFields.of("Standing", StandingFields.InBenchmark.class)
                .field("directionOfTravel", TrendFields::directionOfTravel)
                .wiring())
        .type(
            TypeFields.of("Improvers", Improvers.class)
                .field("breakdown", improvers -> improvers.breakdown().list())
                .wiring())
        .type(improvement().wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.ofEntries(
        Map.entry("Trend", Trend.class),
        Map.entry("TrendPoint", Trend.Point.class),
        Map.entry("Change", Change.class),
        Map.entry("YearBefore", ChangeSince.class),
        Map.entry("RecentTrend", RecentTrend.class),
        Map.entry("ControlChart", ControlChart.class),
        Map.entry("ControlPoint", ControlChart.Point.class),
        Map.entry("Improvers", Improvers.class),
        Map.entry("Improvement", Improvers.Improvement.class),
        Map.entry("MissingImprovement", Improvers.Missing.class));
  }

  private Trend trend(DataFetchingEnvironment environment) {
    return trendService.trend(
        new TrendQuestion(
            Arguments.required(environment, "council"),
            Arguments.required(environment, "indicator"),
            environment.getArgument("from"),
            environment.getArgument("to"),
            Arguments.optional(environment, "periodType", PeriodType::valueOf),
            Arguments.dayOrToday(environment, "asAt"),
            BreakdownArgument.read(environment.getArgument("breakdown")),
            environment.getArgument("neighbourModel")));
  }

  private Improvers improvers(DataFetchingEnvironment environment) {
    int periods = Objects.requireNonNull(environment.<Integer>getArgument("periods"));
    return improversService.improvers(
        new ImproversQuestion(
            Arguments.required(environment, "indicator"),
            GroupArgument.read(environment.getArgument("among")),
            environment.getArgument("period"),
            periods,
            Arguments.optional(environment, "periodType", PeriodType::valueOf),
            Arguments.dayOrToday(environment, "asAt"),
            BreakdownArgument.read(environment.getArgument("breakdown")),
            Arguments.optional(environment, "direction", Direction::valueOf)));
  }

  private static TypeFields<Trend> trendType() {
    return TypeFields.of("Trend", Trend.class)
        .field("breakdown", trend -> trend.breakdown().list())
        .field("recentTrend", RecentTrends::of)
        .field("controlChart", ControlCharts::of);
  }

  private static TypeFields<Trend.Point> trendPoint() {
    return StandingFields.trendPoint()
        .field(
            "directionOfTravel",
            point ->
                point
                    .comparators()
                    .surroundings()
                    .byPolarity(point.observation().period())
                    .travel(point.change().sincePrevious()))
        .fetch(
            "interval",
            (point, environment) ->
                Intervals.of(point.observation(), ConfidenceArgument.read(environment)).value())
        .field(
            "noIntervalBecause",
            point -> Intervals.of(point.observation(), Confidence.P95).noneBecause());
  }

  private static @Nullable Object directionOfTravel(StandingFields.InBenchmark one) {
    Benchmark benchmark = one.benchmark();
    return benchmark
        .surroundings()
        .byPolarity(benchmark.period())
        .travel(one.standing().change().sincePrevious());
  }

  private static TypeFields<Improvers.Improvement> improvement() {
    return tested(
            TypeFields.of("Improvement", Improvers.Improvement.class),
            Improvers.Improvement::chance)
        .field("area", Improvers.Improvement::area)
        .field("fromValue", one -> one.from().value())
        .field("toValue", one -> one.to().value());
  }

  private static <S> TypeFields<S> tested(TypeFields<S> fields, Function<S, MoreThanChance> test) {
    return fields
        .field("moreThanChance", source -> test.apply(source).moreThanChance())
        .field("p", source -> test.apply(source).p())
        .field("noTestBecause", source -> test.apply(source).noTestBecause())
        .field("basis", source -> test.apply(source).basis());
  }
}
