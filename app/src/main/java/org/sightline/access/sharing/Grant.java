package org.sightline.access.sharing;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sightline.access.organisation.MemberName;

/**
 * One recipient's access to the own organisation's data.
 *
 * @param person the only one of the recipient, null where every member has it
 * @param until the first instant without access, as far as is known
 * @param agreementKey null where a protocol gives it
 * @param protocolKey null where an agreement gives it
 */
public record Grant(
    int recipientKey,
    @Nullable MemberName person,
    Scope scope,
    boolean reciprocal,
    OffsetDateTime since,
    OffsetDateTime until,
    @Nullable Integer agreementKey,
    @Nullable Integer protocolKey) {}
