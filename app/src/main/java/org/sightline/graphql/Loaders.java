package org.sightline.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.jspecify.annotations.Nullable;

/** Loaders that read all keys of an answer at once, on the operation's thread. */
public final class Loaders {
  private Loaders() {}

  /**
   * A loader over a read of many keys.
   *
   * @param none what stands for a key that was not read, or null where every key is
   */
  public static <K, V> DataLoader<K, V> batch(Function<List<K>, Map<K, V>> read, @Nullable V none) {
    return DataLoaderFactory.newDataLoader(
        keys -> {
          Map<K, V> found = read.apply(keys);
          return CompletableFuture.completedFuture(
              Collections.unmodifiableList(
                  keys.stream().map(key -> found.getOrDefault(key, none)).toList()));
        });
  }

  /** What the loader of a name has for a key. */
  public static <K, V> CompletableFuture<V> load(
      DataFetchingEnvironment environment, String loader, K key) {
    DataLoader<K, V> found = Objects.requireNonNull(environment.getDataLoader(loader));
    return found.load(key);
  }
}
