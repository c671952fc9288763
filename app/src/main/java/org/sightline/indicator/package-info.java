/**
 * What is measured: indicator definitions, periods, releases, and the observations themselves.
 *
 * <p>Owns the choice of edition: of each owner the newest release known on a day gives the figures
 * of a period, official ones stand before a council's own, and what is not given is derived from
 * its parts, and says so; and what may be compared: periods of one type and of one definition.
 * Counts what is read of others' shared figures. Other rooms ask {@code IndicatorService}, {@code
 * ObservationService} and {@code DefinitionService}.
 */
@NullMarked
package org.sightline.indicator;

import org.jspecify.annotations.NullMarked;
