package org.sightline.access.agreement;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sightline.access.sharing.SharingSide;

/** The end of an agreement before its time, and for which side somebody decided it. */
record Revocation(OffsetDateTime at, String by, SharingSide side, @Nullable String because) {}
