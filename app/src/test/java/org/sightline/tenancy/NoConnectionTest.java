package org.sightline.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sightline.TestSightline;

/** Whoever finds every connection in use is told that, however the transaction was to be opened. */
final class NoConnectionTest {
  private static final Question QUESTION = new Question("a test", null, "a test");

  @Test
  void isSaidOfReadsWritesAndLongWrites() {
    try (TestSightline sightline =
        TestSightline.empty(
            Map.of(
                "sightline.database.connections", "1",
                "datasources.default.connection-timeout", "300"))) {
      ViewerTransactions transactions = sightline.get(ViewerTransactions.class);
      RowTransactions longWrites = transactions.longWrites(Viewer.ANONYMOUS, QUESTION);
      boolean _ =
          transactions.read(
              Viewer.ANONYMOUS,
              QUESTION,
              () ->
                  isRefused(() -> transactions.read(Viewer.ANONYMOUS, QUESTION, () -> true))
                      && isRefused(
                          () ->
                              transactions.write(Viewer.ANONYMOUS, QUESTION, _ -> true, () -> true))
                      && isRefused(() -> longWrites.<Boolean>write(_ -> true)));
      assertThat(longWrites.<Boolean>write(_ -> true)).isTrue();
    }
  }

  /** On a thread of its own: this one has the only connection. */
  private static boolean isRefused(Supplier<Boolean> work) {
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> CompletableFuture.supplyAsync(work).join())
        .havingCause()
        .isInstanceOfSatisfying(
            NoConnection.class,
            none -> assertThat(none.message()).startsWith("Too much is asked just now"));
    return true;
  }
}
