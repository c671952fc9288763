package org.sightline.indicator;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** The schema's questions about indicators, and what an observation shows. */
@Singleton
class IndicatorFields implements RoomFields {
  private final IndicatorService indicatorService;
  private final ObservationService observationService;

  IndicatorFields(IndicatorService indicatorService, ObservationService observationService) {
    this.indicatorService = indicatorService;
    this.observationService = observationService;
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
    return Map.of(
        "Indicator", Indicator.class,
        "Derivation", Derivation.class,
        "Dimension", Dimension.class,
        "BreakdownMember", Breakdown.Member.class,
        "Period", Period.class,
        "Release", Release.class,
        "Observation", Observation.class,
        "SourceLine", SourceLine.class);
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

  private TypeFields<Indicator> indicatorType() {
    return TypeFields.of("Indicator", Indicator.class)
        .field("id", indicator -> id("Indicator", indicator.id()))
        .field("numerator", Indicator::numeratorWords)
        .field("denominator", Indicator::denominatorWords)
        .field(
            "defaultBreakdown", indicator -> Breakdown.ofCode(indicator.defaultBreakdown()).list())
        .field("derivation", Indicator::derivation)
        .field("releases", indicatorService::releases)
        .link(
            "dimensions",
            (indicator, environment) ->
                IndicatorLoaders.breakdowns(environment, indicator.id()).thenApply(Dimension::of))
        .fetch("periods", this::periods);
  }

  private List<Period> periods(Indicator indicator, DataFetchingEnvironment environment) {
    return observationService
        .series(indicator, Arguments.dayOrToday(environment, "asAt"))
        .periods()
        .reversed();
  }

  private static TypeFields<Derivation> derivation() {
    return TypeFields.of("Derivation", Derivation.class)
        .link(
            "numerator",
            (derivation, environment) ->
                IndicatorLoaders.indicator(environment, derivation.numeratorId()))
        .link(
            "denominator",
            (derivation, environment) ->
                IndicatorLoaders.indicator(environment, derivation.denominatorId()));
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
