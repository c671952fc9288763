package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.intake.Turns.Turn;

class TurnsTest {
  private final Turns turns = new Turns(1);

  @Test
  void theyWorkInTheOrderInWhichTheyCame() throws Exception {
    Queue<Integer> worked = new ConcurrentLinkedQueue<>();
    List<Thread> threads;
    try (Turn _ = turns.await(new Stop())) {
      threads = IntStream.range(0, 5).mapToObj(number -> waits(number, worked)).toList();
      assertThat(worked).isEmpty();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(worked).containsExactly(0, 1, 2, 3, 4);
  }

  private Thread waits(int number, Queue<Integer> worked) {
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (Turn _ = turns.await(new Stop())) {
                    worked.add(number);
                  }
                });
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  @Test
  void whoIsStoppedWaitsNoLongerAndLetsTheNextOn() {
    Stop stop = new Stop();
    stop.ask("It was cancelled.");
    try (Turn _ = turns.await(new Stop())) {
      assertThatThrownBy(() -> turns.await(stop))
          .isInstanceOf(Stop.StoppedException.class)
          .hasMessage("It was cancelled.");
    }

    try (Turn next = turns.await(new Stop())) {
      assertThat(next).isNotNull();
    }
  }
}
