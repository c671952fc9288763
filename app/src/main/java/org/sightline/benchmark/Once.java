package org.sightline.benchmark;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is read at first use and then kept. For one operation's thread only. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> read;
  private @Nullable T kept;

  Once(Supplier<T> read) {
    this.read = read;
  }

  @Override
  public T get() {
    @Nullable T known = kept;
    if (known == null) {
      known = read.get();
      kept = known;
    }
    return known;
  }
}
