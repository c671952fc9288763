package org.sightline.intake;

/**
 * A figure that contradicts the one which stands in the same edition.
 *
 * @param line the new file's line
 * @param standing value, numerator and denominator as they stand, each a number, a reason or empty
 * @param given the same of the new file
 */
public record Difference(
    int line,
    String indicator,
    String area,
    String period,
    String breakdown,
    String standing,
    String given) {}
