package org.sightline.indicator;

/**
 * An observation as it was read.
 *
 * @param breakdown as {@link Breakdown#code} has it
 */
record Observed(String breakdown, Observation observation) {}
