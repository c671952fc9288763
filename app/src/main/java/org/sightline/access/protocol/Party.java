package org.sightline.access.protocol;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One stay of an organisation: invited, then signed, then left. What has not happened is null. */
record Party(
    int protocolKey,
    int organisationKey,
    OffsetDateTime invitedAt,
    @Nullable String signedBy,
    @Nullable String signedAs,
    @Nullable OffsetDateTime signedAt,
    @Nullable String leftBy,
    @Nullable OffsetDateTime leftAt) {

  /** Whether it has not ended. */
  boolean isCurrent() {
    return leftAt == null;
  }
}
