package org.sightline.attribute;

import java.time.LocalDate;
import java.util.List;
import org.sightline.council.Council;

/**
 * An attribute as it stands on a day.
 *
 * @param values every allowed value, or, of texts, those that any council has
 * @param unknown the councils of which no value is known, by name
 */
record AttributeOverview(
    String code,
    String name,
    String description,
    List<String> allowedValues,
    boolean ordered,
    String source,
    LocalDate at,
    List<Count> values,
    List<Council> unknown) {

  /** How many councils have a value. */
  record Count(String value, int councils) {}

  static AttributeOverview of(
      Attribute attribute, LocalDate at, List<Count> values, List<Council> unknown) {
    return new AttributeOverview(
        attribute.code(),
        attribute.name(),
        attribute.description(),
        attribute.allowedValues(),
        attribute.ordered(),
        attribute.source(),
        at,
        values,
        unknown);
  }
}
