package org.sightline.inspection;

import org.jspecify.annotations.Nullable;

/**
 * How far a council has come on a concept from one inspection to another.
 *
 * @param from null where the earlier framework has no area of the concept, or there is no earlier
 *     inspection in sight
 * @param to null where the later framework has no area of the concept
 * @param steps grades up (+) or down (-) on their scale; null with the reason in whyNot
 * @param isSameFramework null where there is no earlier inspection in sight
 * @param note what to bear in mind, null where nothing
 * @param whyNot why they are not compared, null where they are
 */
public record JudgementMovement(
    String concept,
    @Nullable Judgement from,
    @Nullable Judgement to,
    @Nullable Integer steps,
    @Nullable MovementDirection direction,
    @Nullable Boolean isSameFramework,
    @Nullable String note,
    @Nullable String whyNot) {}
