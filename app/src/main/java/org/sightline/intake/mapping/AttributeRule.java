package org.sightline.intake.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file says what of a council. A day is written as 2025-03-31 or 31/03/2025.
 *
 * @param council the column with a code, or a name that is known word for word
 * @param attribute the column with the attribute's code, null where {@code always} names it
 * @param always the attribute that every row is of, null where a column names it
 * @param value the column with the value
 * @param from the column with the first day
 * @param to the column with a stated last day, null where the file has none
 * @param source the column that says who says so, null where the file's name and line do
 */
public record AttributeRule(
    String council,
    @Nullable String attribute,
    @Nullable String always,
    String value,
    String from,
    @Nullable String to,
    @Nullable String source) {

  public AttributeRule {
    if ((attribute == null) == (always == null)) {
      throw new IllegalArgumentException(
          "'attribute' names the attribute's column, or 'always' the attribute: one of the two");
    }
  }

  @JsonCreator
  static AttributeRule read(
      @JsonProperty(value = "council", required = true) String council,
      @JsonProperty("attribute") @Nullable String attribute,
      @JsonProperty("always") @Nullable String always,
      @JsonProperty(value = "value", required = true) String value,
      @JsonProperty(value = "from", required = true) String from,
      @JsonProperty("to") @Nullable String to,
      @JsonProperty("source") @Nullable String source) {
    return new AttributeRule(council, attribute, always, value, from, to, source);
  }

  /** The columns that it reads. */
  public Set<String> columns() {
    return Stream.of(council, attribute, value, from, to, source)
        .flatMap(Stream::ofNullable)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
