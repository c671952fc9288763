package org.sightline.indicator;

/**
 * A line of an imported file.
 *
 * @param file the name under which it was published
 * @param line counted from 1, the header included
 */
public record SourceLine(String file, int line) {}
