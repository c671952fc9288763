package org.sightline.intake;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets so many imports work at a time, in the order in which they came: each holds a connection for
 * minutes, and most of the pool stays with those who ask.
 */
final class Turns {
  private static final long MILLISECONDS_BETWEEN_LOOKS = 500;

  private final Deque<Object> waiting = new ArrayDeque<>();
  private int free;

  /** A turn, given on by closing it once. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  Turns(int most) {
    free = most;
  }

  /**
   * Waits until it is this import's turn.
   *
   * @throws Stop.StoppedException when its end is asked for while it waits
   * @throws IllegalStateException when this thread is interrupted, as it stays
   */
  synchronized Turn await(Stop stop) {
    Object ticket = new Object();
    waiting.add(ticket);
    try {
      while (free == 0 || waiting.peek() != ticket) {
        stop.check();
        wait(MILLISECONDS_BETWEEN_LOOKS);
      }
      free--;
      return this::giveOn;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while it waited for its turn", e);
    } finally {
      waiting.remove(ticket);
      notifyAll();
    }
  }

  private synchronized void giveOn() {
    free++;
    notifyAll();
  }
}
