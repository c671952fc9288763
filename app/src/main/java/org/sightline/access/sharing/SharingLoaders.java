package org.sightline.access.sharing;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** What hangs on scopes and grants, one statement for all of an answer. */
@Singleton
public class SharingLoaders implements RoomLoaders {
  /** The name of the loader of agreements by key. */
  public static final String AGREEMENTS = "sharingAgreements";

  /** The name of the loader of protocols by key. */
  public static final String PROTOCOLS = "sharingProtocols";

  private static final String PREVIEWS = "sharingPreviews";

  private final PreviewService previews;

  SharingLoaders(PreviewService previews) {
    this.previews = previews;
  }

  /**
   * What a scope shows of the own organisation's data.
   *
   * @param isOwn whether it opens any of it; null otherwise
   */
  public static CompletableFuture<@Nullable Preview> preview(
      DataFetchingEnvironment environment, Scope scope, boolean isOwn) {
    return isOwn
        ? Loaders.<Scope, Preview>load(environment, PREVIEWS, scope).thenApply(found -> found)
        : CompletableFuture.completedFuture(null);
  }

  /** The agreement or protocol of a key; null where the key is. */
  public static CompletableFuture<@Nullable Object> linked(
      DataFetchingEnvironment environment, String loader, @Nullable Integer key) {
    return key == null
        ? CompletableFuture.completedFuture(null)
        : Loaders.<Integer, Object>load(environment, loader, key).thenApply(found -> found);
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(PREVIEWS, Loaders.<Scope, Preview>batch(previews::previews, Preview.NOTHING));
  }
}
