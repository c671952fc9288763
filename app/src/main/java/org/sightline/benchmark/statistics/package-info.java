/**
 * What "right" means, as plain functions: ranks, quantiles, bands, means; intervals and verdicts;
 * funnels with over-dispersion; trends, control charts and tests of change.
 *
 * <p>Pure: no SQL, no GraphQL, no clock. Every function names the rule it follows and its source;
 * decision 0023 says why that one. Published values are decimals and are ranked exactly; what is
 * estimated is a double, and callers round it. Distributions are Hipparchus's.
 */
@NullMarked
package org.sightline.benchmark.statistics;

import org.jspecify.annotations.NullMarked;
