package org.sightline.access.protocol;

import java.time.OffsetDateTime;
import java.util.List;
import org.sightline.access.sharing.Terms;
import org.sightline.tenancy.OrganisationKind;

/**
 * One text that many organisations sign.
 *
 * @param reciprocal whether a party sees only the indicators and periods that it has released
 * @param openTo the kinds of organisations that can be invited
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
    List<OrganisationKind> openTo,
    Terms terms,
    OffsetDateTime proposedAt,
    ProtocolState state,
    boolean hasViewer,
    boolean isOver) {}
