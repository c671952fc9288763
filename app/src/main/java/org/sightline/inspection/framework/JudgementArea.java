package org.sightline.inspection.framework;

import org.jspecify.annotations.Nullable;

/**
 * Something that a framework judges.
 *
 * @param scale the code of the scale of its grades
 * @param concept the same in two frameworks' areas that ask about the same thing; null where no
 *     other asks about it
 */
public record JudgementArea(
    String framework,
    String code,
    String name,
    String scale,
    @Nullable String concept,
    int position,
    String source) {}
