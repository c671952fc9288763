/** Ranks, quartiles and bands, against other ways to compute them. */
@NullMarked
package org.sightline.benchmark.statistics;

import org.jspecify.annotations.NullMarked;
