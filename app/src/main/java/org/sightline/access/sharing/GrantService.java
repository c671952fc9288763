package org.sightline.access.sharing;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Role;

/** Says who sees the own organisation's data. */
@Singleton
class GrantService {
  private final GrantStore store;

  GrantService(GrantStore store) {
    this.store = store;
  }

  /**
   * Every grant to others that holds at an instant, by name of the recipient.
   *
   * @param at null for now
   */
  List<Grant> grantsOfOurs(@Nullable OffsetDateTime at) {
    return store.grantsOf(BoundViewer.current().require(Role.DATA_OWNER).organisationId(), at);
  }
}
