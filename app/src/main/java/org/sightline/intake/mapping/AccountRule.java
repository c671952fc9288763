package org.sightline.intake.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a row speak of one inspection. A row without any of their days and grades speaks
 * of none.
 *
 * @param framework the code of its framework
 * @param type the code of its type, null where a column names it or the file does not say
 * @param typeColumn the column that names the type, null where none does
 * @param types that column's texts, each with the code of the type it stands for
 * @param firstDay the column with the first day, null where the file has none
 * @param lastDay the column with the last day, null where the file has none
 * @param published the column with the day of publication, null where the file has none
 * @param leadInspector the column with the lead inspector's name, null where the file has none
 * @param report the column with the report's address, null where the file has none
 * @param judgements column to the area it grades. Where the framework's version has another area of
 *     the same concept instead, the grade is that area's
 */
public record AccountRule(
    String framework,
    @Nullable String type,
    @Nullable String typeColumn,
    Map<String, String> types,
    @Nullable String firstDay,
    @Nullable String lastDay,
    @Nullable String published,
    @Nullable String leadInspector,
    @Nullable String report,
    Map<String, String> judgements) {

  public AccountRule {
    types = Map.copyOf(types);
    judgements = Map.copyOf(judgements);
    require(
        type == null || typeColumn == null,
        "'type' is the type of every row, or 'type-column' names the column: not both");
    require(
        (typeColumn == null) == types.isEmpty(), "'types' says what the 'type-column' may hold");
    require(
        firstDay != null || published != null,
        "an inspection has a 'first-day' or a day on which it was 'published'");
    require(
        Set.copyOf(judgements.values()).size() == judgements.size(),
        "two columns of 'judgements' grade one area");
  }

  @JsonCreator
  static AccountRule read(
      @JsonProperty(value = "framework", required = true) String framework,
      @JsonProperty("type") @Nullable String type,
      @JsonProperty("type-column") @Nullable String typeColumn,
      @JsonProperty("types") @Nullable Map<String, String> types,
      @JsonProperty("first-day") @Nullable String firstDay,
      @JsonProperty("last-day") @Nullable String lastDay,
      @JsonProperty("published") @Nullable String published,
      @JsonProperty("lead-inspector") @Nullable String leadInspector,
      @JsonProperty("report") @Nullable String report,
      @JsonProperty("judgements") @Nullable Map<String, String> judgements) {
    return new AccountRule(
        framework,
        type,
        typeColumn,
        types == null ? Map.of() : types,
        firstDay,
        lastDay,
        published,
        leadInspector,
        report,
        judgements == null ? Map.of() : judgements);
  }

  /** The columns that it reads. */
  public Set<String> columns() {
    return Stream.concat(
            Stream.of(firstDay, lastDay, published, typeColumn, leadInspector, report)
                .flatMap(Stream::ofNullable),
            judgements.keySet().stream().sorted())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
