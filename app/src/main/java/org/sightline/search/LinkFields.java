package org.sightline.search;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.inspection.Finding;
import org.sightline.search.LinkService.SimilarTo;

/** What the schema leads on to from a finding. */
@Singleton
class LinkFields implements RoomFields {
  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        TypeFields.of("Finding", Finding.class)
            .link(
                "actions",
                (one, environment) -> Loaders.load(environment, SearchLoaders.ACTIONS, one.key()))
            .link("similar", LinkFields::similar)
            .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of("SimilarFinding", SimilarFinding.class);
  }

  private static CompletableFuture<List<SimilarFinding>> similar(
      Finding finding, DataFetchingEnvironment environment) {
    int first = Objects.requireNonNull(environment.<Integer>getArgument("first"));
    return Loaders.load(
        environment,
        SearchLoaders.SIMILAR,
        new SimilarTo(finding.key(), first, Optional.ofNullable(environment.getArgument("among"))));
  }
}
