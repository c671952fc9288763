package org.sightline.access.protocol;

import jakarta.inject.Singleton;
import java.util.List;
import org.dataloader.DataLoaderRegistry;
import org.sightline.access.sharing.SharingLoaders;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** Protocols and their parties, one statement for all of an answer. */
@Singleton
class ProtocolLoaders implements RoomLoaders {
  static final String PARTIES = "sharingProtocolParties";

  private final ProtocolService protocols;

  ProtocolLoaders(ProtocolService protocols) {
    this.protocols = protocols;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        SharingLoaders.PROTOCOLS, Loaders.<Integer, SharingProtocol>batch(protocols::byKey, null));
    registry.register(PARTIES, Loaders.<Integer, List<Party>>batch(protocols::parties, List.of()));
  }
}
