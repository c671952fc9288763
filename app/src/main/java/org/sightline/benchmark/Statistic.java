package org.sightline.benchmark;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a statistic came to, or why there is none: exactly one of the two.
 *
 * @param noneBecause null where there is one
 */
record Statistic<T>(@Nullable T value, @Nullable NoStatisticReason noneBecause) {
  Statistic {
    if ((value == null) == (noneBecause == null)) {
      throw new IllegalArgumentException("A statistic is there, or says why not.");
    }
  }

  static <T> Statistic<T> of(T value) {
    return new Statistic<>(value, null);
  }

  static <T> Statistic<T> none(NoStatisticReason because) {
    return new Statistic<>(null, because);
  }

  /** What is made of it, or the same reason why nothing is. */
  <R> Statistic<R> then(Function<T, Statistic<R>> next) {
    return value == null ? none(Objects.requireNonNull(noneBecause)) : next.apply(value);
  }
}
