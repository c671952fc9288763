package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sightline.intake.ImportSlots.Slot;

/** What becomes of imports when the process is about to end. */
final class ImportSlotsTest {
  private final ImportSlots slots = new ImportSlots();

  @Test
  void whatRunsIsWaitedForAndNothingNewIsTaken() throws Exception {
    CountDownLatch goesOn = new CountDownLatch(1);
    Slot slot = slots.receive("hull").orElseThrow();
    assertThat(slot.beginsImport()).isTrue();
    slot.run(_ -> await(goesOn));

    CompletableFuture<?> ended = slots.shutdownGracefully().toCompletableFuture();
    assertThat(slots.isLeaving()).isTrue();
    assertThat(slots.receive("york")).isEmpty();
    assertThat(slots.reportActiveTasks()).hasValue(1);
    assertThat(ended).isNotDone();
    goesOn.countDown();
    assertThat(ended.get(20, TimeUnit.SECONDS)).isNull();
    assertThat(slots.reportActiveTasks()).hasValue(0);
    slots.stop();
  }

  @Test
  void whereNothingRunsThereIsNothingToWaitFor() {
    assertThat(slots.shutdownGracefully().toCompletableFuture()).isDone();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
