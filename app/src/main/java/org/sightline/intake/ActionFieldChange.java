package org.sightline.intake;

import org.jspecify.annotations.Nullable;

/**
 * One field of an action that a sheet changes, as the action's history keeps it.
 *
 * @param kind such as {@code RE_DATED}
 */
record ActionFieldChange(
    String field,
    @Nullable String oldValue,
    @Nullable String newValue,
    String kind,
    @Nullable String reason) {}
