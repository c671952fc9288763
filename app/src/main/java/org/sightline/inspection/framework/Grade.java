package org.sightline.inspection.framework;

/**
 * A grade of a scale.
 *
 * @param position 1 is the best
 */
public record Grade(String scale, String code, String name, int position) {}
