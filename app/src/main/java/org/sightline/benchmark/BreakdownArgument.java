package org.sightline.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;

/** Reads the schema's list of BreakdownMemberInput. */
final class BreakdownArgument {
  private BreakdownArgument() {}

  /**
   * The member by dimension; null is none.
   *
   * @throws BadUserInput when a dimension is named twice
   */
  static Map<String, String> read(@Nullable List<Map<String, String>> argument) {
    if (argument == null) {
      return Map.of();
    }
    return argument.stream()
        .collect(
            Collectors.toMap(
                one -> Objects.requireNonNull(one.get("dimension")),
                one -> Objects.requireNonNull(one.get("member")),
                (one, other) -> {
                  throw new BadUserInput("A dimension is named once.", "breakdown");
                }));
  }
}
