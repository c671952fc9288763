package org.sightline.graphql.operation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sightline.tenancy.RunningOperation;

/** Stops an operation when no time is left for it, unless it is closed before. */
final class Deadline implements AutoCloseable {
  private final CountDownLatch end = new CountDownLatch(1);

  Deadline(RunningOperation running, Duration left) {
    if (left.isPositive()) {
      Thread _ = Thread.ofVirtual().start(() -> stopAfter(running, left));
    } else {
      running.stop(RunningOperation.Reason.TOO_LONG);
    }
  }

  private void stopAfter(RunningOperation running, Duration left) {
    try {
      if (!end.await(left.toMillis(), TimeUnit.MILLISECONDS)) {
        running.stop(RunningOperation.Reason.TOO_LONG);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
  }
}
