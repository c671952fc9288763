/**
 * Every statistic against published examples, sums in many decimals without a library, and
 * properties that hold for any figures; over-dispersion also against the real official files.
 */
@NullMarked
package org.sightline.benchmark.statistics;

import org.jspecify.annotations.NullMarked;
