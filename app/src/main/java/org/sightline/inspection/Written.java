package org.sightline.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Input;
import org.sightline.graphql.Suggestions;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;

/**
 * What somebody has written into an input, or into one item of a list in it, over what was there
 * before: a field that is left out leaves it, one that is null takes it away.
 *
 * @param errors is told what is wrong, each with its field's whole name
 * @param prefix what stands before each field's name
 */
record Written(Input input, UserErrors errors, String prefix) {
  static final int LONGEST = 2_000;

  /** The input objects of a list; none where nothing is said. */
  @SuppressWarnings("unchecked")
  List<Written> items(String field) {
    if (!(input.values().get(field) instanceof List<?> items)) {
      return List.of();
    }
    return IntStream.range(0, items.size())
        .mapToObj(
            i ->
                new Written(
                    new Input((Map<String, @Nullable Object>) Objects.requireNonNull(items.get(i))),
                    errors,
                    "%s%s.%d.".formatted(prefix, field, i)))
        .toList();
  }

  boolean has(String field) {
    return input.values().containsKey(field);
  }

  /** A text that must say something. */
  String text(String field, String before) {
    return text(field, before, LONGEST);
  }

  /** A text that must say something, and no more than a line or so. */
  String text(String field, String before, int longest) {
    return has(field)
        ? WrittenText.read(prefix + field, input.text(field), longest, errors)
        : before;
  }

  /** A text that may be left away. */
  @Nullable String optional(String field, @Nullable String before) {
    if (!has(field)) {
      return before;
    }
    return input.text(field) == null
        ? null
        : WrittenText.read(prefix + field, input.text(field), LONGEST, errors);
  }

  @Nullable LocalDate day(String field, @Nullable LocalDate before) {
    return has(field) ? input.day(field) : before;
  }

  @Nullable Integer number(String field, @Nullable Integer before) {
    return has(field) ? (Integer) input.values().get(field) : before;
  }

  @Nullable Boolean flag(String field, @Nullable Boolean before) {
    return has(field) ? (Boolean) input.values().get(field) : before;
  }

  <E extends Enum<E>> E choice(String field, Class<E> type, E before) {
    return input.text(field) == null ? before : input.choice(field, type);
  }

  /** Something that is known by its code; null where nothing is said or it is unknown. */
  <T> @Nullable T known(String field, @Nullable T before, List<T> known, Function<T, String> code) {
    if (!has(field)) {
      return before;
    }
    @Nullable String asked = input.text(field);
    return asked == null ? null : find(field, asked, known, code).orElse(null);
  }

  /** The same of a list of codes. */
  <T> List<T> listOfKnown(String field, List<T> before, List<T> known, Function<T, String> code) {
    if (!has(field)) {
      return before;
    }
    return Optional.ofNullable(input.texts(field)).orElse(List.of()).stream()
        .distinct()
        .flatMap(asked -> find(field, asked, known, code).stream())
        .toList();
  }

  private <T> Optional<T> find(
      String field, String asked, List<T> known, Function<T, String> code) {
    Optional<T> found = known.stream().filter(one -> code.apply(one).equals(asked)).findFirst();
    List<String> codes = known.stream().map(code).toList();
    errors.addIf(
        found.isEmpty(),
        prefix + field,
        "UNKNOWN_CODE",
        "'%s' is not known here.%s %s"
            .formatted(
                asked,
                Suggestions.didYouMean(asked, codes),
                codes.isEmpty() ? "There is none." : "Allowed: " + String.join(", ", codes) + "."));
    return found;
  }

  void wrongIf(boolean isWrong, String field, String code, String message) {
    errors.addIf(isWrong, prefix + field, code, message);
  }
}
