/**
 * Working days in England: what clocks of inspections and plans count.
 *
 * <p>Bank holidays are data, from the project's reference and an operator's own. Beyond the first
 * and the last known of them nothing is counted: a day that is not known to be one is no answer.
 */
@NullMarked
package org.sightline.calendar;

import org.jspecify.annotations.NullMarked;
