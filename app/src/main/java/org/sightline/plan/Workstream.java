package org.sightline.plan;

import org.jspecify.annotations.Nullable;

/**
 * A part of a plan.
 *
 * @param schemeKey its plan's
 * @param themeCode of the shared vocabulary; null where the council has not said which
 * @param leadRole a role, never a person's name
 */
public record Workstream(
    int key,
    int planKey,
    int ownerKey,
    int schemeKey,
    int position,
    String name,
    @Nullable String themeCode,
    @Nullable String leadRole,
    int version) {}
