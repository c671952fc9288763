package org.sightline.plan;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One change of one field of an action.
 *
 * @param at of a change that is withheld the beginning of its day
 * @param by the name of who changed it; null to other organisations
 * @param field null where it is withheld
 * @param from null where there was nothing before, or it is withheld
 * @param to null where there is nothing any more, or it is withheld
 * @param reason null where none was given, or it is withheld
 * @param isWithheld whether it was written neither while the plan was published, nor while it was
 *     shared with an agreement that its readers have now
 */
public record ActionChange(
    int actionKey,
    OffsetDateTime at,
    @Nullable String by,
    @Nullable String field,
    @Nullable String from,
    @Nullable String to,
    ActionChangeKind kind,
    @Nullable String reason,
    boolean isWithheld) {}
