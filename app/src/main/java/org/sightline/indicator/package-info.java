/**
 * What is measured: indicator definitions, periods, releases, and the observations themselves.
 *
 * <p>Owns the choice of edition: the newest release known on a day gives the figures of a period,
 * and what it does not publish is derived from its parts, and says so. Other rooms ask {@code
 * IndicatorService} and {@code ObservationService}.
 */
@NullMarked
package org.sightline.indicator;

import org.jspecify.annotations.NullMarked;
