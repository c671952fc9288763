/** Indicators, periods and what is asked about them. */
@NullMarked
package org.sightline.indicator;

import org.jspecify.annotations.NullMarked;
