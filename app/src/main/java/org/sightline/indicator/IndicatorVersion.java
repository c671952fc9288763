package org.sightline.indicator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator means from a period on.
 *
 * @param number from 1
 * @param from the last day of the first period it holds for, or null for the first version
 * @param breaksSeries figures of earlier versions and of this one are never compared
 * @param source who says so
 */
public record IndicatorVersion(
    int number,
    @Nullable LocalDate from,
    String whatChanged,
    boolean breaksSeries,
    String source) {}
