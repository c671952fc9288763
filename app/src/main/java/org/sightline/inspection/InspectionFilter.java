package org.sightline.inspection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which inspections.
 *
 * @param frameworks codes, null for all
 * @param types codes, null for all
 * @param from the earliest day, null without that bound
 * @param to the last day, null without that bound
 */
record InspectionFilter(
    List<Integer> councilKeys,
    @Nullable List<String> frameworks,
    @Nullable List<String> types,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {}
