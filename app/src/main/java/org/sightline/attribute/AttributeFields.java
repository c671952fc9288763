package org.sightline.attribute;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaService;
import org.sightline.council.Council;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** The schema's questions about what councils are. */
@Singleton
class AttributeFields implements RoomFields {
  private final AttributeService attributes;
  private final AreaService areas;

  AttributeFields(AttributeService attributes, AreaService areas) {
    this.attributes = attributes;
    this.areas = areas;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(TypeRuntimeWiring.newTypeWiring("Query").dataFetcher("attributes", this::overviews))
        .type(
            TypeFields.of("Council", Council.class)
                .link("attributes", AttributeFields::onDay)
                .link("attributeHistory", AttributeFields::history)
                .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "Attribute",
        AttributeOverview.class,
        "AttributeCount",
        AttributeOverview.Count.class,
        "CouncilAttribute",
        CouncilAttribute.class);
  }

  private List<AttributeOverview> overviews(DataFetchingEnvironment environment) {
    return attributes.overviews(
        environment.getArgument("code"),
        Arguments.dayOrToday(environment, "at"),
        areas.all(),
        Boolean.TRUE.equals(environment.getArgument("generated")));
  }

  private static CompletableFuture<List<CouncilAttribute>> onDay(
      Council council, DataFetchingEnvironment environment) {
    LocalDate day = Arguments.dayOrToday(environment, "at");
    return of(council, environment, value -> value.holdsOn(day));
  }

  private static CompletableFuture<List<CouncilAttribute>> history(
      Council council, DataFetchingEnvironment environment) {
    @Nullable String code = environment.getArgument("attribute");
    if (code == null) {
      return of(council, environment, _ -> true);
    }
    CompletableFuture<List<Attribute>> known =
        Loaders.load(environment, AttributeLoaders.DEFINITIONS, AttributeLoaders.ALL);
    CompletableFuture<Attribute> asked = known.thenApply(all -> AttributeService.get(all, code));
    return of(council, environment, value -> value.attribute().equals(code))
        .thenCombine(asked, (values, _) -> values);
  }

  private static CompletableFuture<List<CouncilAttribute>> of(
      Council council, DataFetchingEnvironment environment, Predicate<CouncilAttribute> wanted) {
    CompletableFuture<List<CouncilAttribute>> all =
        Loaders.load(environment, AttributeLoaders.OF_COUNCILS, council.key());
    return all.thenApply(values -> values.stream().filter(wanted).toList());
  }
}
