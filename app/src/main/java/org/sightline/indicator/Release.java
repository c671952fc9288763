package org.sightline.indicator;

import java.time.LocalDate;

/**
 * One publication of a source on a day.
 *
 * @param code unique among official releases, and among those of one council
 * @param official whether it is an official publication; otherwise a council brought it itself
 */
public record Release(
    int id,
    String code,
    String publication,
    String title,
    LocalDate publishedOn,
    String source,
    boolean official) {}
