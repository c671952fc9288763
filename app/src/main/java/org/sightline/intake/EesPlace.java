package org.sightline.intake;

/**
 * Where and when a row of a tidy file is.
 *
 * @param moment the number of its time period and identifier
 * @param line the file's line
 */
record EesPlace(int areaId, int moment, int line) {}
