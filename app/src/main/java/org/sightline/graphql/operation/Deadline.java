package org.sightline.graphql.operation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sightline.tenancy.RunningOperation;

/** Stops an operation that takes too long, unless it is closed before. */
final class Deadline implements AutoCloseable {
  private final CountDownLatch end = new CountDownLatch(1);

  Deadline(RunningOperation running, Duration longest) {
    Thread _ = Thread.ofVirtual().start(() -> stopAfter(running, longest));
  }

  private void stopAfter(RunningOperation running, Duration longest) {
    try {
      if (!end.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
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
