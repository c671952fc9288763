package org.sightline.intake.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A numerator or denominator: a column, a sum of columns, or a column of another row.
 *
 * @param columns the columns added up, at least one
 * @param where filter column to text of the row that holds it, empty for the row itself
 */
public record Part(List<String> columns, Map<String, String> where) {
  public Part {
    columns = List.copyOf(columns);
    where = Map.copyOf(where);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a numerator or denominator names at least one column");
    }
    if (!where.isEmpty() && columns.size() > 1) {
      throw new IllegalArgumentException("'where' goes with one 'column'");
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Part column(String column) {
    return new Part(List.of(column), Map.of());
  }

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  static Part read(
      @JsonProperty("column") @Nullable String column,
      @JsonProperty("sum") @Nullable List<String> sum,
      @JsonProperty("where") @Nullable Map<String, String> where) {
    if ((column == null) == (sum == null)) {
      throw new IllegalArgumentException("a numerator or denominator has either 'column' or 'sum'");
    }
    return new Part(column == null ? sum : List.of(column), where == null ? Map.of() : where);
  }

  /** True when the figure stands in another row of the same area, period and other filters. */
  public boolean isInAnotherRow() {
    return !where.isEmpty();
  }
}
