/**
 * What "right" means, as plain functions: ranks, quantiles, bands, means.
 *
 * <p>Pure: no SQL, no GraphQL, no clock. Every function names the rule it follows and its source.
 */
@NullMarked
package org.sightline.benchmark.statistics;

import org.jspecify.annotations.NullMarked;
