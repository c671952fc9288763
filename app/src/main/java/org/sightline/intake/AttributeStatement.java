package org.sightline.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says that a council is from a day on.
 *
 * @param councilId the council's area
 * @param to a stated last day, null where none is stated: then it holds until the next begins
 * @param source who says so
 * @param line of the file that is read, 0 for what stands in the database
 */
record AttributeStatement(
    int councilId,
    String attribute,
    String value,
    LocalDate from,
    @Nullable LocalDate to,
    String source,
    int line) {

  /** The same with another last day and source. */
  AttributeStatement ending(AttributeStatement as) {
    return new AttributeStatement(
        councilId, attribute, value, from, as.to(), as.source(), as.line());
  }
}
