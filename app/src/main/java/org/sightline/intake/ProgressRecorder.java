package org.sightline.intake;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sightline.tenancy.ReleaseTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records an import's progress once a second in transactions of its own, on a thread of its own:
 * whoever polls sees it, and a long statement does not look like a dead import.
 */
final class ProgressRecorder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressRecorder.class);
  private static final long SECONDS_BETWEEN = 1;

  private final ReleaseTransactions transactions;
  private final UUID id;
  private final ImportProgress progress;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  ProgressRecorder(ReleaseTransactions transactions, UUID id, ImportProgress progress) {
    this.transactions = transactions;
    this.id = id;
    this.progress = progress;
    this.thread = Thread.ofVirtual().name("import-progress-" + id).unstarted(this::record);
  }

  ProgressRecorder start() {
    thread.start();
    return this;
  }

  private void record() {
    try {
      while (!stop.await(SECONDS_BETWEEN, TimeUnit.SECONDS)) {
        recordOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void recordOnce() {
    try {
      transactions.run(connection -> new ImportRunStore(connection).progress(id, progress));
    } catch (RuntimeException e) {
      LOG.warn("The progress of import {} could not be recorded.", id, e);
    }
  }

  /** Returns when nothing more will be recorded. */
  @Override
  public void close() {
    stop.countDown();
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
