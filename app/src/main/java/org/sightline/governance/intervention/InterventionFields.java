package org.sightline.governance.intervention;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaLoaders;
import org.sightline.council.AreaService;
import org.sightline.council.CouncilGroupService;
import org.sightline.council.GroupArgument;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** The schema's questions about interventions, and their changes. */
@Singleton
class InterventionFields implements RoomFields {
  static final String INTERVENTION = "Intervention";

  private final InterventionService interventions;
  private final InterventionChanges changes;
  private final CouncilGroupService groups;
  private final AreaService areas;

  InterventionFields(
      InterventionService interventions,
      InterventionChanges changes,
      CouncilGroupService groups,
      AreaService areas) {
    this.interventions = interventions;
    this.changes = changes;
    this.groups = groups;
    this.areas = areas;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("interventions", this::interventions))
        .type(
            TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("recordIntervention", Input.to(changes::record))
                .dataFetcher("amendIntervention", Input.to(changes::amend)))
        .type(intervention().wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        INTERVENTION,
        Intervention.class,
        "InterventionOnDay",
        InterventionOnDay.class,
        "RecordInterventionPayload",
        InterventionPayload.class,
        "AmendInterventionPayload",
        InterventionPayload.class);
  }

  private List<Intervention> interventions(DataFetchingEnvironment environment) {
    @Nullable LocalDate at = environment.getArgument("at");
    return interventions.list(
        groups.members(GroupArgument.read(environment.getArgument("among")), areas.all(), at),
        at,
        environment.getArgument("kinds"));
  }

  private static TypeFields<Intervention> intervention() {
    return TypeFields.of(INTERVENTION, Intervention.class)
        .field("id", one -> new GlobalId(INTERVENTION, String.valueOf(one.key())).encoded())
        .link("council", (one, environment) -> AreaLoaders.council(environment, one.councilKey()))
        .field("from", one -> one.from().toString())
        .field("to", one -> one.to() == null ? null : String.valueOf(one.to()))
        .field("span", Intervention::span)
        .fetch("on", (one, environment) -> one.on(Arguments.dayOrToday(environment, "at")))
        .field("accessClass", one -> one.visibility().accessClass())
        .field("embargoedUntil", one -> one.visibility().embargoedUntil());
  }
}
