/**
 * Councils side by side: standings, comparators, verdicts, funnels, trends, and citations of them.
 *
 * <p>Owns what is derived from observations, and says of each such figure over whom and from which
 * releases it was computed. Asks the services of {@code council} and {@code indicator}; the
 * arithmetic is in {@code benchmark.statistics}.
 */
@NullMarked
package org.sightline.benchmark;

import org.jspecify.annotations.NullMarked;
