package org.sightline.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;

/**
 * Whose the rows of an import are, and who may see them.
 *
 * @param organisationId the owning organisation, null for official releases
 * @param embargoedUntil for the class EMBARGOED only
 */
record Belonging(
    @Nullable Integer organisationId, AccessClass accessClass, @Nullable Instant embargoedUntil) {
  /** Official releases: nobody's, and everybody's to see. */
  static final Belonging OFFICIAL = new Belonging(null, AccessClass.PUBLISHED, null);

  Belonging {
    if ((accessClass == AccessClass.EMBARGOED) != (embargoedUntil != null)) {
      throw new IllegalArgumentException("The class EMBARGOED, and no other, has an instant.");
    }
  }

  /** The owner as keys between tables carry it: 0 for none. */
  int ownerKey() {
    return organisationId == null ? 0 : organisationId;
  }

  /** The embargo's instant as JDBC takes it. */
  @Nullable OffsetDateTime embargo() {
    return embargoedUntil == null ? null : embargoedUntil.atOffset(ZoneOffset.UTC);
  }
}
