package org.sightline.indicator.dictionary;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.RoomLoaders;
import org.sightline.graphql.TypeFields;
import org.sightline.indicator.Indicator;

/** The schema's questions about the official dictionary, and what indicators say of it. */
@Singleton
class DictionaryFields implements RoomFields, RoomLoaders {
  private static final String ENTRIES = "dictionary-entries";

  private final DictionaryService dictionaryService;

  DictionaryFields(DictionaryService dictionaryService) {
    this.dictionaryService = dictionaryService;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(TypeRuntimeWiring.newTypeWiring("Query").dataFetcher("dictionary", this::dictionary))
        .type(
            TypeFields.of("Indicator", Indicator.class)
                .link("dictionary", DictionaryFields::entry)
                .link("dictionaryDifferences", DictionaryFields::differences)
                .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of("DictionaryEntry", DictionaryEntry.class);
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        ENTRIES,
        Loaders.<Indicator, Optional<DictionaryEntry>>batch(
            dictionaryService::entries, Optional.empty()));
  }

  private List<DictionaryEntry> dictionary(DataFetchingEnvironment environment) {
    return dictionaryService.list(
        environment.getArgument("search"), environment.getArgument("topic"));
  }

  private static CompletableFuture<Optional<DictionaryEntry>> known(
      Indicator indicator, DataFetchingEnvironment environment) {
    return Loaders.load(environment, ENTRIES, indicator);
  }

  private static CompletableFuture<@Nullable DictionaryEntry> entry(
      Indicator indicator, DataFetchingEnvironment environment) {
    return known(indicator, environment).thenApply(entry -> entry.orElse(null));
  }

  private static CompletableFuture<List<String>> differences(
      Indicator indicator, DataFetchingEnvironment environment) {
    return known(indicator, environment)
        .thenApply(
            known ->
                known
                    .map(entry -> DictionaryDifferences.between(indicator, entry))
                    .orElse(List.of()));
  }
}
