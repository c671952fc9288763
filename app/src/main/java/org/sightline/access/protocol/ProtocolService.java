package org.sightline.access.protocol;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;

/** The protocols in the viewer's sight. */
@Singleton
class ProtocolService {
  private final ProtocolStore store;

  ProtocolService(ProtocolStore store) {
    this.store = store;
  }

  /** The newest first. */
  List<SharingProtocol> list() {
    Member _ = BoundViewer.current().requireMember();
    return store.list(null);
  }

  /** Some protocols by key; those out of sight are left out. */
  Map<Integer, SharingProtocol> byKey(Collection<Integer> keys) {
    return store.list(keys).stream()
        .collect(Collectors.toMap(SharingProtocol::key, Function.identity()));
  }

  /** The protocol of a key, where it is in sight. */
  Optional<SharingProtocol> find(int key) {
    return Optional.ofNullable(byKey(List.of(key)).get(key));
  }

  /** The parties of some protocols, in the order of the invitations, by the protocols' keys. */
  Map<Integer, List<Party>> parties(Collection<Integer> protocolKeys) {
    return store.parties(protocolKeys);
  }
}
