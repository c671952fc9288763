package org.sightline.intake;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Runs an import and shows how far it is, where somebody watches. */
final class TerminalProgress {
  private static final long MILLIS_BETWEEN = 200;

  private final PrintWriter out;

  TerminalProgress(PrintWriter out) {
    this.out = out;
  }

  /** Returns when the import is over. */
  void watch(Importing importing) {
    boolean isWatched =
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    Thread thread = Thread.ofVirtual().name("import").start(importing::run);
    try {
      while (!thread.join(Duration.ofMillis(MILLIS_BETWEEN))) {
        if (isWatched) {
          show(importing.progress());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the import was running.", e);
    }
    if (isWatched) {
      out.print("\r\u001B[K");
      out.flush();
    }
  }

  private void show(ImportProgress progress) {
    long percent = progress.bytesRead() * 100 / Math.max(progress.bytesTotal(), 1);
    String line =
        switch (progress.phase()) {
          case READING -> percent + "% read, " + grouped(progress.rowsRead()) + " rows";
          case CHECKING -> "checking " + grouped(progress.rowsRead()) + " rows";
          case WRITING -> grouped(progress.observationsWritten()) + " observations written";
          case ENDED -> "done";
        };
    out.print("\r\u001B[K" + line);
    out.flush();
  }

  private static String grouped(long number) {
    return String.format(Locale.UK, "%,d", number);
  }
}
