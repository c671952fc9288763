package org.sightline.plan;

import org.jspecify.annotations.Nullable;

/** An indicator by which a council wants to see whether an action worked. */
public record ActionIndicator(
    int actionKey, int indicatorKey, ExpectedChange expected, @Nullable String note) {}
