package org.sightline.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of an input object, as the schema has let them in. */
public record Input(Map<String, @Nullable Object> values) {

  /** A mutation's fetcher: its only argument, {@code input}, goes to what carries it out. */
  public static <P> DataFetcher<P> to(Function<Input, P> change) {
    return environment -> change.apply(of(environment, "input"));
  }

  /** The argument of a name, which the schema declares non-null. */
  public static Input of(DataFetchingEnvironment environment, String argument) {
    return new Input(
        Objects.requireNonNull(environment.<Map<String, @Nullable Object>>getArgument(argument)));
  }

  /** A text or an id; null where nothing is said. */
  public @Nullable String text(String field) {
    return (String) values.get(field);
  }

  /** A text or an id that the schema declares non-null. */
  public String required(String field) {
    return Objects.requireNonNull(text(field));
  }

  /** A list of texts; null where nothing is said. */
  @SuppressWarnings("unchecked")
  public @Nullable List<String> texts(String field) {
    return (List<String>) values.get(field);
  }

  /** A day; null where nothing is said. */
  public @Nullable LocalDate day(String field) {
    return (LocalDate) values.get(field);
  }

  /** An instant; null where nothing is said. */
  public @Nullable OffsetDateTime instant(String field) {
    return (OffsetDateTime) values.get(field);
  }

  /** A yes or no that has a value or a default. */
  public boolean flag(String field) {
    return (Boolean) Objects.requireNonNull(values.get(field));
  }

  /** A whole number that the schema declares non-null. */
  public int number(String field) {
    return (Integer) Objects.requireNonNull(values.get(field));
  }

  /** One of an enum's values, that has a value or a default. */
  public <E extends Enum<E>> E choice(String field, Class<E> type) {
    return Enum.valueOf(type, required(field));
  }

  /** An input object within, that the schema declares non-null. */
  @SuppressWarnings("unchecked")
  public Input nested(String field) {
    return new Input((Map<String, @Nullable Object>) Objects.requireNonNull(values.get(field)));
  }

  /** A list of input objects; null where nothing is said. */
  @SuppressWarnings("unchecked")
  public @Nullable List<Input> list(String field) {
    List<Map<String, @Nullable Object>> given =
        (List<Map<String, @Nullable Object>>) values.get(field);
    return given == null ? null : given.stream().map(Input::new).toList();
  }
}
