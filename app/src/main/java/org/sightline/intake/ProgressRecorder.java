package org.sightline.intake;

import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.sightline.tenancy.NotAMember;
import org.sightline.tenancy.RowTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records an import's progress once a second in transactions of its own, on a thread of its own:
 * whoever polls sees it, and a long statement does not look like a dead import.
 */
final class ProgressRecorder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressRecorder.class);
  private static final long SECONDS_BETWEEN = 1;

  private final RowTransactions transactions;
  private final Function<Connection, ImportRunStore> runs;
  private final UUID id;
  private final ImportProgress progress;
  private final Stop stop;
  private final Duration longest;
  private volatile long deadline;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param stop is asked to stop the import when somebody has cancelled it, or it takes too long
   */
  ProgressRecorder(
      RowTransactions transactions,
      Function<Connection, ImportRunStore> runs,
      UUID id,
      ImportProgress progress,
      Stop stop,
      Duration longest) {
    this.stop = stop;
    this.deadline = System.nanoTime() + longest.toNanos();
    this.longest = longest;
    this.transactions = transactions;
    this.runs = runs;
    this.id = id;
    this.progress = progress;
    this.thread = Thread.ofVirtual().name("import-progress-" + id).unstarted(this::record);
  }

  ProgressRecorder start() {
    thread.start();
    return this;
  }

  /** Counts its time from now on: while it waited for its turn it took none. */
  void workBegins() {
    deadline = System.nanoTime() + longest.toNanos();
  }

  private void record() {
    try {
      while (!end.await(SECONDS_BETWEEN, TimeUnit.SECONDS)) {
        recordOnce();
        if (System.nanoTime() - deadline > 0) {
          stop.ask(
              "It took longer than %d minutes and was stopped. Nothing of the file was written."
                  .formatted(longest.toMinutes()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void recordOnce() {
    try {
      boolean isRunning =
          transactions.write(connection -> runs.apply(connection).progress(id, progress));
      if (!isRunning) {
        stop.ask("It was cancelled.");
      }
    } catch (NotAMember e) {
      stop.ask("Whoever brought it is no member any more.");
    } catch (RuntimeException e) {
      LOG.warn("The progress of import {} could not be recorded.", id, e);
    }
  }

  /** Returns when nothing more will be recorded. */
  @Override
  public void close() {
    end.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
