package org.sightline.group;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Councils that an organisation has put together under a name.
 *
 * @param councilKeys in their order
 * @param createdBy the name of the member who saved it first
 */
record SavedGroup(
    int key,
    String name,
    List<Integer> councilKeys,
    String createdBy,
    OffsetDateTime createdAt,
    OffsetDateTime changedAt) {
  SavedGroup {
    councilKeys = List.copyOf(councilKeys);
  }
}
