package org.sightline.plan.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.CanonicalState;

/**
 * How many actions were in a state, whatever its colour.
 *
 * @param actions null where a status that means it is not stated, or none means it
 * @param missing why, null where there is a count
 * @param share of the sum, in percent with one decimal; null where there is none
 */
public record StateFigure(
    CanonicalState state,
    @Nullable Integer actions,
    @Nullable MissingCount missing,
    @Nullable BigDecimal share) {}
