package org.sightline.search;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.Movement;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.indicator.IndicatorLoaders;

/** The schema's questions from findings to impact, and from indicators back. */
@Singleton
class ImpactFields implements RoomFields {
  private static final String FINDING_IMPACT = "FindingImpact";
  private static final String INDICATOR_ACTION = "IndicatorAction";

  private final ImpactService impacts;
  private final IndicatorActionService indicatorActions;

  ImpactFields(ImpactService impacts, IndicatorActionService indicatorActions) {
    this.impacts = impacts;
    this.indicatorActions = indicatorActions;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher(ImpactService.LIST, this::findingsToImpact)
                .dataFetcher(IndicatorActionService.LIST, this::actionsForIndicator))
        .type(
            TypeFields.of(FINDING_IMPACT, FindingImpact.class)
                .field("finding", FindingImpact::finding)
                .field("highlight", FindingImpact::highlight)
                .wiring())
        .type(indicatorImpact().wiring());
    Connection.wire(wiring, FINDING_IMPACT);
    Connection.wire(wiring, INDICATOR_ACTION);
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    Map<String, Class<? extends Record>> records =
        new HashMap<>(Connection.records(FINDING_IMPACT));
    records.putAll(Connection.records(INDICATOR_ACTION));
    records.put(FINDING_IMPACT, FindingImpact.class);
    records.put(INDICATOR_ACTION, IndicatorAction.class);
    records.put("AnsweredFinding", IndicatorAction.Answered.class);
    records.put("ActionImpact", ActionImpact.class);
    records.put("IndicatorImpact", IndicatorImpact.class);
    return records;
  }

  @Override
  public Map<String, Class<? extends Enum<?>>> enums() {
    return Map.of("AsExpected", AsExpected.class);
  }

  private Connection<FindingImpact> findingsToImpact(DataFetchingEnvironment environment) {
    return impacts.page(
        environment.getArgument("search"),
        environment.getArgument("theme"),
        environment.getArgument("among"),
        Boolean.TRUE.equals(environment.getArgument("onlyWithActions")),
        PageRequest.of(environment, ImpactService.LIST));
  }

  private Connection<IndicatorAction> actionsForIndicator(DataFetchingEnvironment environment) {
    return indicatorActions.page(
        Arguments.required(environment, "indicator"),
        environment.getArgument("among"),
        PageRequest.of(environment, IndicatorActionService.LIST));
  }

  private static TypeFields<IndicatorImpact> indicatorImpact() {
    return TypeFields.of("IndicatorImpact", IndicatorImpact.class)
        .link(
            "indicator",
            (one, environment) ->
                IndicatorLoaders.indicators(environment, List.of(one.link().indicatorKey()))
                    .thenApply(List::getFirst))
        .field("expected", one -> one.link().expected())
        .field("note", one -> one.link().note())
        .field("atFinding", of(Movement::before))
        .field("now", of(Movement::now))
        .field("change", of(Movement::change))
        .field("noChangeBecause", of(Movement::noChangeBecause))
        .field("directionOfTravel", of(Movement::travel))
        .field("moreThanChance", of(Movement::moreThanChance))
        .field("p", of(Movement::p))
        .field("noTestBecause", of(Movement::noTestBecause))
        .field("asExpected", one -> one.verdict().asExpected())
        .field("reason", one -> one.verdict().reason())
        .field("basis", IndicatorImpact::basis);
  }

  private static Function<IndicatorImpact, @Nullable Object> of(
      Function<Movement, @Nullable Object> part) {
    return one -> Optional.ofNullable(one.movement()).map(part).orElse(null);
  }
}
