package org.sightline.inspection.framework;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** The definitions, read once for all links of an operation. */
@Singleton
public class FrameworkLoaders implements RoomLoaders {
  private static final String DEFINITIONS = "frameworks";
  private static final String ALL = "all";

  private final FrameworkService frameworks;

  FrameworkLoaders(FrameworkService frameworks) {
    this.frameworks = frameworks;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        DEFINITIONS, Loaders.<String, Frameworks>batch(_ -> Map.of(ALL, frameworks.all()), null));
  }

  /** Every definition. */
  public static CompletableFuture<Frameworks> definitions(DataFetchingEnvironment environment) {
    return Loaders.load(environment, DEFINITIONS, ALL);
  }
}
