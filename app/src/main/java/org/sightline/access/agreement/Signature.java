package org.sightline.access.agreement;

import java.time.OffsetDateTime;
import org.sightline.access.sharing.SharingSide;

/** One side's signature. */
record Signature(
    SharingSide side, int organisationKey, String name, String position, OffsetDateTime at) {}
