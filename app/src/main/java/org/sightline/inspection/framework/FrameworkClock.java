package org.sightline.inspection.framework;

import org.jspecify.annotations.Nullable;

/**
 * How many working days there are from an event to what has to follow it, or usually does.
 *
 * @param type the code of the only type that it is for, null for every type of the framework
 * @param isRequired whether it has to follow; otherwise it usually does
 */
public record FrameworkClock(
    String code,
    String name,
    @Nullable String type,
    ClockStart beginsWith,
    int workingDays,
    boolean isRequired,
    ClockSubject appliesTo,
    String source) {}
