package org.sightline.access.protocol;

import java.time.OffsetDateTime;
import org.sightline.access.sharing.Terms;

/**
 * One text that many organisations sign.
 *
 * @param reciprocal whether a party sees only the indicators and periods that it has released
 * @param state for the viewer's organisation, at the transaction's instant
 * @param hasViewer whether the viewer's organisation is a party now, invited or signed
 * @param isOver whether its time has passed
 */
record SharingProtocol(
    int key,
    String name,
    int convenorKey,
    String text,
    boolean reciprocal,
    Terms terms,
    OffsetDateTime proposedAt,
    ProtocolState state,
    boolean hasViewer,
    boolean isOver) {}
