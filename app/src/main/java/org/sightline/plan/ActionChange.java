package org.sightline.plan;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One change of one field of an action.
 *
 * @param by the name of who changed it; null to other organisations
 * @param from null where there was nothing before
 * @param to null where there is nothing any more
 * @param reason null where none was given
 */
public record ActionChange(
    int actionKey,
    OffsetDateTime at,
    @Nullable String by,
    String field,
    @Nullable String from,
    @Nullable String to,
    ActionChangeKind kind,
    @Nullable String reason) {}
