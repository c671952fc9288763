package org.sightline.graphql;

import org.dataloader.DataLoaderRegistry;

/**
 * The batched links of a room. Every bean of this type is asked once per operation, with a fresh
 * registry; fetchers take the loader from their environment.
 *
 * <p>A batch function runs on the operation's thread, because the transaction is bound to it: it
 * returns an already completed future.
 */
public interface RoomLoaders {
  void register(DataLoaderRegistry registry);
}
