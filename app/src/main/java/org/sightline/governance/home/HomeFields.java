package org.sightline.governance.home;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaLoaders;
import org.sightline.council.AreaService;
import org.sightline.council.CouncilGroupService;
import org.sightline.council.GroupArgument;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** The schema's questions about children's homes, and their changes. */
@Singleton
class HomeFields implements RoomFields {
  static final String HOME = "ChildrensHome";

  private final HomeService homes;
  private final HomeChanges changes;
  private final GivingOut givingOut;
  private final CouncilGroupService groups;
  private final AreaService areas;

  HomeFields(
      HomeService homes,
      HomeChanges changes,
      GivingOut givingOut,
      CouncilGroupService groups,
      AreaService areas) {
    this.homes = homes;
    this.changes = changes;
    this.givingOut = givingOut;
    this.groups = groups;
    this.areas = areas;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher(
                    "childrensHomes",
                    environment ->
                        homes.list(Boolean.TRUE.equals(environment.getArgument("closed"))))
                .dataFetcher("childrensHomeCounts", this::counts))
        .type(
            TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("recordChildrensHome", Input.to(changes::record))
                .dataFetcher("amendChildrensHome", Input.to(changes::amend))
                .dataFetcher("recordChildrensHomeGrade", Input.to(changes::recordGrade))
                .dataFetcher("giveOutChildrensHomeCounts", Input.to(givingOut::giveOut)))
        .type(
            TypeFields.of(HOME, ChildrensHome.class)
                .field("id", one -> new GlobalId(HOME, String.valueOf(one.key())).encoded())
                .link("grades", HomeFields::grades)
                .link("latest", HomeFields::latest)
                .wiring())
        .type(
            TypeFields.of("ChildrensHomeGrade", ChildrensHomeGrade.class)
                .field("asAt", one -> one.asAt().toString())
                .field("notYetInspected", one -> one.gradeCode() == null)
                .wiring())
        .type(homeCounts().wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        HOME,
        ChildrensHome.class,
        "ChildrensHomeGrade",
        ChildrensHomeGrade.class,
        "ChildrensHomeCounts",
        ChildrensHomeCounts.class,
        "ChildrensHomeCount",
        ChildrensHomeCounts.Count.class,
        "RecordChildrensHomePayload",
        HomePayload.class,
        "AmendChildrensHomePayload",
        HomePayload.class,
        "RecordChildrensHomeGradePayload",
        HomePayload.class,
        "GiveOutChildrensHomeCountsPayload",
        CountsPayload.class);
  }

  private List<ChildrensHomeCounts> counts(DataFetchingEnvironment environment) {
    @Nullable LocalDate at = environment.getArgument("at");
    return homes.counts(
        groups.members(GroupArgument.read(environment.getArgument("among")), areas.all(), at),
        at == null ? Arguments.today() : at);
  }

  private static CompletableFuture<List<ChildrensHomeGrade>> grades(
      ChildrensHome home, DataFetchingEnvironment environment) {
    return Loaders.load(environment, HomeLoaders.GRADES, home.key());
  }

  private static CompletableFuture<@Nullable ChildrensHomeGrade> latest(
      ChildrensHome home, DataFetchingEnvironment environment) {
    LocalDate day = Arguments.dayOrToday(environment, "at");
    return grades(home, environment)
        .thenApply(grades -> HomeService.latest(grades, day).orElse(null));
  }

  private static TypeFields<ChildrensHomeCounts> homeCounts() {
    return TypeFields.of("ChildrensHomeCounts", ChildrensHomeCounts.class)
        .link("council", (one, environment) -> AreaLoaders.council(environment, one.councilKey()))
        .field("asAt", one -> one.asAt().toString())
        .field("homes", ChildrensHomeCounts::homes)
        .field("accessClass", one -> one.visibility().accessClass())
        .field("embargoedUntil", one -> one.visibility().embargoedUntil());
  }
}
