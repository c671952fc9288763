package org.sightline.plan;

import org.jspecify.annotations.Nullable;

/**
 * An action that is to be recorded.
 *
 * @param reDatedBefore how often it was re-dated before it came here, as stated
 */
record NewAction(
    ActionContent content,
    int reDatedBefore,
    int reopenedBefore,
    @Nullable String source,
    @Nullable String paragraph) {}
