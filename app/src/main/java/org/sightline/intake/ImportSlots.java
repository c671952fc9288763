package org.sightline.intake;

import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many files of one organisation may come, and how many of its imports may be under way at a
 * time over HTTP, and the threads they run on. No organisation takes another's place, or learns of
 * it.
 */
@Singleton
final class ImportSlots implements GracefulShutdownCapable {
  private static final Logger LOG = LoggerFactory.getLogger(ImportSlots.class);
  private static final int AT_ONCE_OF_ONE = 2;

  /** Of everybody's; the others wait in turn. */
  private static final int WORKING_AT_ONCE = 6;

  private static final int SECONDS_TO_STOP = 10;

  private final List<String> receiving = new ArrayList<>();
  private final List<String> importing = new ArrayList<>();
  private final Turns turns = new Turns(WORKING_AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<@Nullable Void> allEnded = new CompletableFuture<>();
  private boolean isLeaving;

  /** A place for one file and then its import, given back by closing it, any number of times. */
  final class Slot implements AutoCloseable {
    private final String who;
    private List<String> held = receiving;
    private UploadSpace.@Nullable Room room;

    private Slot(String who) {
      this.who = who;
    }

    /**
     * Takes room for its file, and keeps it until it is closed.
     *
     * @param length of the request's body in bytes; less than 0 where nobody said
     * @throws UploadSpace.FullException where there is none
     */
    void takeRoom(UploadSpace space, long length) {
      room = space.take(length);
    }

    /**
     * Goes on from receiving to importing.
     *
     * @return false where as many imports of the organisation are under way as may be
     */
    boolean beginsImport() {
      synchronized (ImportSlots.this) {
        if (isFull(importing, who)) {
          return false;
        }
        receiving.remove(who);
        held = importing;
        return importing.add(who);
      }
    }

    /** Runs the work on a thread of its own, then gives the place back. */
    void run(Consumer<Turns> work) {
      threads.execute(
          () -> {
            try {
              work.accept(turns);
            } finally {
              close();
            }
          });
    }

    @Override
    public void close() {
      synchronized (ImportSlots.this) {
        held.remove(who);
        held = new ArrayList<>();
        endWhereNothingRuns();
      }
      if (room != null) {
        room.close();
      }
    }
  }

  /**
   * A free place for a file of an organisation; none where two are on their way, or two imports are
   * under way.
   */
  synchronized Optional<Slot> receive(String who) {
    if (isLeaving || isFull(importing, who) || isFull(receiving, who)) {
      return Optional.empty();
    }
    receiving.add(who);
    return Optional.of(new Slot(who));
  }

  private static boolean isFull(List<String> places, String who) {
    return Collections.frequency(places, who) >= AT_ONCE_OF_ONE;
  }

  /** Whether this process is about to end, and takes no more files. */
  synchronized boolean isLeaving() {
    return isLeaving;
  }

  /** What runs goes on for as long as the process waits. */
  @Override
  public synchronized CompletionStage<@Nullable Void> shutdownGracefully() {
    isLeaving = true;
    endWhereNothingRuns();
    return allEnded;
  }

  @Override
  public synchronized OptionalLong reportActiveTasks() {
    return OptionalLong.of((long) receiving.size() + importing.size());
  }

  private synchronized void endWhereNothingRuns() {
    if (isLeaving && receiving.isEmpty() && importing.isEmpty()) {
      boolean _ = allEnded.complete(null);
    }
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
