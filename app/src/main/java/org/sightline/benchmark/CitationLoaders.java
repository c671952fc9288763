package org.sightline.benchmark;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** The citations of all benchmarks of an answer, in the statements of one. */
@Singleton
class CitationLoaders implements RoomLoaders {
  private static final String CITATIONS = "citations";

  private final CitationService citationService;

  CitationLoaders(CitationService citationService) {
    this.citationService = citationService;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(CITATIONS, Loaders.<Benchmark, Citation>batch(citationService::cite, null));
  }

  static CompletableFuture<Citation> citation(
      Benchmark benchmark, DataFetchingEnvironment environment) {
    return Loaders.load(environment, CITATIONS, benchmark);
  }
}
