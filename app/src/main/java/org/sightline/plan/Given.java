package org.sightline.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;

/**
 * What somebody has put into an input, or into one item of a list in it. A field that is left out
 * of a change leaves what is there; one that is null takes it away.
 *
 * @param errors is told what is wrong, each with its field's whole name
 * @param prefix what stands before each field's name
 */
record Given(Input input, UserErrors errors, String prefix) {
  static Given of(Input input, UserErrors errors) {
    return new Given(input, errors, "");
  }

  /** The input objects of a list that the schema declares non-null. */
  @SuppressWarnings("unchecked")
  List<Given> items(String field) {
    List<Map<String, @Nullable Object>> items =
        (List<Map<String, @Nullable Object>>) Objects.requireNonNull(input.values().get(field));
    return IntStream.range(0, items.size())
        .mapToObj(i -> new Given(new Input(items.get(i)), errors, "%s.%d.".formatted(field, i)))
        .toList();
  }

  boolean has(String field) {
    return input.values().containsKey(field);
  }

  String text(String field, int longest) {
    return WrittenText.read(prefix + field, input.text(field), longest, errors);
  }

  String text(String field, int longest, String before) {
    return has(field) ? text(field, longest) : before;
  }

  @Nullable String optional(String field, int longest) {
    return input.text(field) == null ? null : text(field, longest);
  }

  @Nullable String optional(String field, int longest, @Nullable String before) {
    return has(field) ? optional(field, longest) : before;
  }

  @Nullable LocalDate day(String field) {
    return input.day(field);
  }

  @Nullable LocalDate day(String field, @Nullable LocalDate before) {
    return has(field) ? input.day(field) : before;
  }

  /** A whole number that has a value or a default. */
  int number(String field) {
    return (Integer) Objects.requireNonNull(input.values().get(field));
  }

  int number(String field, int before) {
    return input.values().get(field) == null ? before : number(field);
  }

  void wrong(String field, String code, String message) {
    errors.add(prefix + field, code, message);
  }

  void wrongIf(boolean isWrong, String field, String code, String message) {
    if (isWrong) {
      wrong(field, code, message);
    }
  }
}
