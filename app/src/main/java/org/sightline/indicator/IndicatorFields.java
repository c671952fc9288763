package org.sightline.indicator;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.indicator.IndicatorLoaders.PeriodsKey;

/** The schema's questions about indicators, and what an observation shows. */
@Singleton
class IndicatorFields implements RoomFields {
  private final IndicatorService indicatorService;

  IndicatorFields(IndicatorService indicatorService) {
    this.indicatorService = indicatorService;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("indicator", this::indicator)
                .dataFetcher("indicators", this::indicators))
        .type(indicatorType().wiring())
        .type(derivation().wiring())
        .type(observation().wiring())
        .type(
            TypeFields.of("Release", Release.class)
                .field("id", release -> id("Release", release.id()))
                .wiring())
        .type(TypeFields.of("Period", Period.class).field("label", Period::label).wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.ofEntries(
        Map.entry("Indicator", Indicator.class),
        Map.entry("IndicatorVersion", IndicatorVersion.class),
        Map.entry("IndicatorTarget", IndicatorTarget.class),
        Map.entry("Derivation", Derivation.class),
        Map.entry("Dimension", Dimension.class),
        Map.entry("BreakdownMember", Breakdown.Member.class),
        Map.entry("Period", Period.class),
        Map.entry("PeriodsOfType", PeriodsOfType.class),
        Map.entry("Release", Release.class),
        Map.entry("Observation", Observation.class),
        Map.entry("SourceLine", SourceLine.class));
  }

  private Indicator indicator(DataFetchingEnvironment environment) {
    return indicatorService.getByCode(Arguments.required(environment, "code"));
  }

  private List<Indicator> indicators(DataFetchingEnvironment environment) {
    return indicatorService.list(
        environment.getArgument("theme"),
        environment.getArgument("headline"),
        environment.getArgument("search"));
  }

  private static TypeFields<Indicator> indicatorType() {
    return TypeFields.of("Indicator", Indicator.class)
        .field("id", indicator -> id("Indicator", indicator.id()))
        .field("numerator", Indicator::numeratorWords)
        .field("denominator", Indicator::denominatorWords)
        .field(
            "defaultBreakdown", indicator -> Breakdown.ofCode(indicator.defaultBreakdown()).list())
        .field("derivation", Indicator::derivation)
        .field("partitions", Indicator::parted)
        .link("dimensions", IndicatorFields::dimensions)
        .link("periods", IndicatorFields::periods)
        .link("periodTypes", IndicatorFields::periodTypes)
        .link(
            "periodsByType",
            (indicator, environment) ->
                periods(indicator, environment).thenApply(PeriodsOfType::group))
        .link("target", IndicatorFields::target)
        .link(
            "versions",
            (indicator, environment) ->
                Loaders.load(environment, IndicatorLoaders.VERSIONS, indicator.id()))
        .link(
            "releases",
            (indicator, environment) ->
                Loaders.load(environment, IndicatorLoaders.RELEASES, indicator.id()));
  }

  private static CompletableFuture<List<Dimension>> dimensions(
      Indicator indicator, DataFetchingEnvironment environment) {
    CompletableFuture<List<Breakdown>> breakdowns =
        Loaders.load(environment, IndicatorLoaders.BREAKDOWNS, indicator.id());
    return breakdowns.thenApply(Dimension::of);
  }

  private static CompletableFuture<List<Period>> periods(
      Indicator indicator, DataFetchingEnvironment environment) {
    return Loaders.load(
        environment,
        IndicatorLoaders.PERIODS,
        new PeriodsKey(indicator, Arguments.dayOrToday(environment, "asAt")));
  }

  private static CompletableFuture<List<PeriodType>> periodTypes(
      Indicator indicator, DataFetchingEnvironment environment) {
    return periods(indicator, environment)
        .thenApply(periods -> periods.stream().map(Period::type).distinct().toList());
  }

  private static CompletableFuture<@Nullable IndicatorTarget> target(
      Indicator indicator, DataFetchingEnvironment environment) {
    CompletableFuture<List<IndicatorTarget>> targets =
        Loaders.load(environment, IndicatorLoaders.TARGETS, indicator.id());
    LocalDate day = Arguments.dayOrToday(environment, "on");
    return targets.thenApply(known -> DefinitionService.holding(known, day).orElse(null));
  }

  private static TypeFields<Derivation> derivation() {
    return TypeFields.of("Derivation", Derivation.class)
        .link("numerator", (one, environment) -> indicator(one.numeratorId(), environment))
        .link("denominator", (one, environment) -> indicator(one.denominatorId(), environment));
  }

  private static CompletableFuture<Indicator> indicator(
      int id, DataFetchingEnvironment environment) {
    return Loaders.load(environment, IndicatorLoaders.INDICATORS, id);
  }

  private static TypeFields<Observation> observation() {
    return TypeFields.of("Observation", Observation.class)
        .field("value", Observation::value)
        .field("missing", Observation::missing)
        .field("numerator", observation -> observation.numerator().number())
        .field("numeratorMissing", observation -> observation.numerator().missing())
        .field("denominator", observation -> observation.denominator().number())
        .field("denominatorMissing", observation -> observation.denominator().missing())
        .field("derived", Observation::derived);
  }

  private static String id(String typeName, int key) {
    return new GlobalId(typeName, String.valueOf(key)).encoded();
  }
}
