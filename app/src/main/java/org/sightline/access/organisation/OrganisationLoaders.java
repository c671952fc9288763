package org.sightline.access.organisation;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** Organisations and what belongs to them, one statement for all of an answer. */
@Singleton
public class OrganisationLoaders implements RoomLoaders {
  static final String ADVISERS = "advisers";
  private static final String ORGANISATIONS = "organisations";

  private final OrganisationService organisations;

  OrganisationLoaders(OrganisationService organisations) {
    this.organisations = organisations;
  }

  /** The organisation of a key. */
  public static CompletableFuture<Organisation> organisation(
      DataFetchingEnvironment environment, int key) {
    return Loaders.load(environment, ORGANISATIONS, key);
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        ORGANISATIONS, Loaders.<Integer, Organisation>batch(organisations::byKey, null));
    registry.register(
        ADVISERS, Loaders.<Integer, List<MemberName>>batch(organisations::advisers, List.of()));
  }
}
