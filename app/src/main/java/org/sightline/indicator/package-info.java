/**
 * What is measured: indicator definitions, periods, releases, and the observations themselves.
 *
 * <p>Owns the choice of edition: of each owner the newest release known on a day gives the figures
 * of a period, official ones stand before a council's own, and what is not given is derived from
 * its parts, and says so. Counts what is read of others' shared figures. Other rooms ask {@code
 * IndicatorService} and {@code ObservationService}.
 */
@NullMarked
package org.sightline.indicator;

import org.jspecify.annotations.NullMarked;
