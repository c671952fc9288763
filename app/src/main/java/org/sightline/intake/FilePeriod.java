package org.sightline.intake;

import java.time.LocalDate;
import org.sightline.indicator.PeriodType;

/**
 * A period as observations know it.
 *
 * @param startsOn the first day
 * @param endsOn the last day, included
 * @param year the year that the publication names it by
 * @param code how people name it: 2025, 2024/25, 2025-03-31, 2024/25 Q1
 */
record FilePeriod(PeriodType type, LocalDate startsOn, LocalDate endsOn, int year, String code) {}
