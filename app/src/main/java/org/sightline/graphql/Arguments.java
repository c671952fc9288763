package org.sightline.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of a field. */
public final class Arguments {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private Arguments() {}

  /** An argument that the schema declares non-null. */
  public static String required(DataFetchingEnvironment environment, String name) {
    return Objects.requireNonNull(environment.getArgument(name));
  }

  /** An argument in another form, such as an enum's constant; null where nothing is said. */
  public static <T> @Nullable T optional(
      DataFetchingEnvironment environment, String name, Function<String, T> form) {
    @Nullable String asked = environment.getArgument(name);
    return asked == null ? null : form.apply(asked);
  }

  /** A day, or today in England where nothing is said. */
  public static LocalDate dayOrToday(DataFetchingEnvironment environment, String name) {
    @Nullable LocalDate asked = environment.getArgument(name);
    return asked == null ? today() : asked;
  }

  /** Today in England. */
  public static LocalDate today() {
    return LocalDate.now(LONDON);
  }
}
