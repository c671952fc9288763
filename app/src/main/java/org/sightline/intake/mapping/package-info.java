/**
 * How a file's columns become observations, as data.
 *
 * <p>Owns the mappings: one YAML file per file layout, on the class path under {@code
 * definitions/mappings} or in the operator's own folder. A file of the same family is added by
 * writing such a file, without Java. Knows neither CSV nor SQL. May be called by every room.
 */
@NullMarked
package org.sightline.intake.mapping;

import org.jspecify.annotations.NullMarked;
