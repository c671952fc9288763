package org.sightline.council;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaLoaders.NeighbourKey;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** The schema's questions about areas and neighbours. */
@Singleton
class CouncilFields implements RoomFields {
  private static final TypeResolver BY_CLASS =
      environment ->
          environment
              .getSchema()
              .getObjectType(
                  Objects.requireNonNull(environment.getObject()).getClass().getSimpleName());

  private final AreaService areaService;
  private final CouncilGroupService groupService;
  private final NeighbourService neighbourService;

  CouncilFields(
      AreaService areaService,
      CouncilGroupService groupService,
      NeighbourService neighbourService) {
    this.areaService = areaService;
    this.groupService = groupService;
    this.neighbourService = neighbourService;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("council", this::council)
                .dataFetcher("councils", this::councils)
                .dataFetcher("regions", this::regions)
                .dataFetcher("neighbourModels", environment -> neighbourService.models()))
        .type(TypeRuntimeWiring.newTypeWiring("Area").typeResolver(BY_CLASS))
        .type(identified("Country", Country.class).wiring())
        .type(region().wiring())
        .type(council().wiring())
        .type(
            identified("JointReturn", JointReturn.class)
                .link("members", (joint, environment) -> councils(joint.memberKeys(), environment))
                .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "Country", Country.class,
        "Region", Region.class,
        "Council", Council.class,
        "JointReturn", JointReturn.class,
        "DatedCode", DatedCode.class,
        "Neighbour", Neighbour.class,
        "NeighbourModel", NeighbourModel.class);
  }

  private Council council(DataFetchingEnvironment environment) {
    return areaService.getByCode(areaService.all(), Arguments.required(environment, "code"));
  }

  private List<Council> councils(DataFetchingEnvironment environment) {
    LocalDate day = Arguments.dayOrToday(environment, "at");
    @Nullable Boolean generated = environment.getArgument("generated");
    CouncilGroup group = GroupArgument.read(environment.getArgument("in"), generated);
    return groupService.members(group, areaService.all(), null, day).stream()
        .filter(council -> council.existsOn(day))
        .filter(council -> generated == null || council.generated() == generated)
        .toList();
  }

  private List<Region> regions(DataFetchingEnvironment environment) {
    return areaService.all().regions(Boolean.TRUE.equals(environment.getArgument("generated")));
  }

  private static TypeFields<Region> region() {
    return identified("Region", Region.class)
        .link("partOf", CouncilFields::partOf)
        .link("councils", CouncilFields::councilsOf);
  }

  private static CompletableFuture<@Nullable Area> partOf(
      Region region, DataFetchingEnvironment environment) {
    @Nullable Integer whole = region.partOf();
    return AreaLoaders.areas(environment)
        .thenApply(areas -> whole == null ? null : areas.get(whole));
  }

  private static CompletableFuture<List<Council>> councilsOf(
      Region region, DataFetchingEnvironment environment) {
    LocalDate day = Arguments.dayOrToday(environment, "at");
    return AreaLoaders.areas(environment)
        .thenApply(
            areas ->
                areas.councilsOf(region).stream()
                    .filter(council -> council.existsOn(day))
                    .toList());
  }

  private static TypeFields<Council> council() {
    return identified("Council", Council.class)
        .link(
            "region",
            (council, environment) ->
                AreaLoaders.areas(environment).thenApply(areas -> areas.regionOf(council)))
        .link(
            "subregion",
            (council, environment) ->
                AreaLoaders.areas(environment).thenApply(areas -> areas.subregionOf(council)))
        .link("codes", (council, environment) -> loaded("councilCodes", council, environment))
        .link("aliases", (council, environment) -> loaded("councilAliases", council, environment))
        .link(
            "predecessors", (council, environment) -> linked("predecessors", council, environment))
        .link("successors", (council, environment) -> linked("successors", council, environment))
        .link(
            "neighbours",
            (council, environment) ->
                Loaders.load(
                    environment,
                    "neighbours",
                    new NeighbourKey(environment.getArgument("model"), council.key())));
  }

  private static CompletableFuture<Object> loaded(
      String loader, Council council, DataFetchingEnvironment environment) {
    return Loaders.load(environment, loader, council.key());
  }

  private static CompletableFuture<List<Council>> linked(
      String loader, Council council, DataFetchingEnvironment environment) {
    CompletableFuture<Set<Integer>> keys = Loaders.load(environment, loader, council.key());
    return keys.thenCombine(
        AreaLoaders.areas(environment),
        (found, areas) -> found.stream().sorted().map(areas::council).toList());
  }

  private static CompletableFuture<List<Council>> councils(
      Collection<Integer> keys, DataFetchingEnvironment environment) {
    return AreaLoaders.areas(environment)
        .thenApply(areas -> keys.stream().sorted().map(areas::council).toList());
  }

  private static <A extends Area> TypeFields<A> identified(String typeName, Class<A> source) {
    return TypeFields.of(typeName, source)
        .field("id", area -> new GlobalId(typeName, String.valueOf(area.key())).encoded());
  }
}
