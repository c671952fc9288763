package org.sightline.intake;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many imports may be under way at a time over HTTP, and the threads they run on. */
@Singleton
final class ImportSlots {
  private static final Logger LOG = LoggerFactory.getLogger(ImportSlots.class);
  private static final int AT_ONCE_OF_ONE = 2;

  /** Each holds a connection for minutes: most of the pool stays with those who ask. */
  private static final int AT_ONCE = 4;

  private static final int SECONDS_TO_STOP = 10;

  private final List<String> taken = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** A place for one import, given back by closing it, any number of times. */
  final class Slot implements AutoCloseable {
    private final AtomicBoolean isHeld = new AtomicBoolean(true);
    private final String who;

    private Slot(String who) {
      this.who = who;
    }

    /** Runs the work on a thread of its own, then gives the place back. */
    void run(Runnable work) {
      threads.execute(
          () -> {
            try {
              work.run();
            } finally {
              close();
            }
          });
    }

    @Override
    public void close() {
      if (isHeld.compareAndSet(true, false)) {
        giveBack(who);
      }
    }
  }

  /** A free place for an organisation, or none. */
  synchronized Optional<Slot> take(String who) {
    boolean isFree = taken.size() < AT_ONCE && Collections.frequency(taken, who) < AT_ONCE_OF_ONE;
    return isFree && taken.add(who) ? Optional.of(new Slot(who)) : Optional.empty();
  }

  private synchronized void giveBack(String who) {
    taken.remove(who);
  }

  /** Interrupts what runs: its transaction is rolled back, its temporary files are removed. */
  @PreDestroy
  void stop() throws InterruptedException {
    threads.shutdownNow();
    boolean isOver = threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
    if (!isOver) {
      LOG.warn("An import did not stop within {} seconds.", SECONDS_TO_STOP);
    }
  }
}
