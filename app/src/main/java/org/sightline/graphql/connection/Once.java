package org.sightline.graphql.connection;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is read when it is first asked for, and not again however often it is asked: under
 * as many aliases as there are, it is one statement and is read once.
 */
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> reading;
  private @Nullable T read;

  public Once(Supplier<T> reading) {
    this.reading = reading;
  }

  @Override
  public synchronized T get() {
    if (read == null) {
      read = Objects.requireNonNull(reading.get());
    }
    return read;
  }
}
