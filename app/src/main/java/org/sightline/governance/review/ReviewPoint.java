package org.sightline.governance.review;

import org.jspecify.annotations.Nullable;

/**
 * One point of a review.
 *
 * @param position 1 and up
 * @param themeCode null where no theme is named
 */
public record ReviewPoint(
    int reviewKey,
    int position,
    ReviewPointKind kind,
    @Nullable String themeCode,
    @Nullable String themeName,
    String text) {}
