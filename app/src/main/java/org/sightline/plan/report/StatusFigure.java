package org.sightline.plan.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.CanonicalState;

/**
 * How many actions had a status.
 *
 * @param actions null where that is not stated
 * @param missing why, null where it is
 * @param isImplied whether it is not written there and follows from what is: a blank where the
 *     others already make the stated total
 * @param share of the sum of all statuses, in percent with one decimal; null where the sum is not
 *     known, or 0
 */
public record StatusFigure(
    String code,
    String name,
    String meaning,
    CanonicalState state,
    @Nullable Integer actions,
    @Nullable MissingCount missing,
    boolean isImplied,
    @Nullable BigDecimal share) {}
