package org.sightline.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone's day as one source has it.
 *
 * @param precision DAY, MONTH or YEAR: a day known only as a month is that month's first
 */
public record MilestoneDate(
    LocalDate dueOn, String precision, String source, @Nullable String paragraph) {}
