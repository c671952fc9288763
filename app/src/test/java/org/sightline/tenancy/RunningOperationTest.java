package org.sightline.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sightline.tenancy.RunningOperation.Reason;

/** What stops an operation meets its own statement or none, in whichever order things happen. */
final class RunningOperationTest {
  private static final int ROUNDS = 500;
  private static final long A_WHILE = 100;

  private final RunningOperation running = new RunningOperation();
  private final List<String> events = new CopyOnWriteArrayList<>();

  @Test
  void aCancellationOnItsWayEndsBeforeTheThreadGoesOn() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelling = new CountDownLatch(1);
    CountDownLatch arrived = new CountDownLatch(1);
    Statement slow =
        statement(
            () -> {
              cancelling.countDown();
              await(arrived);
              events.add("cancelled");
            });
    Statement next = statement(() -> events.add("met the next"));
    Thread worker = works(() -> sends(slow, begun, cancelling), () -> sends(next, begun, arrived));
    await(begun);
    Thread stopper = Thread.ofVirtual().start(() -> running.stop(Reason.CLIENT_GONE));
    await(cancelling);
    // The statement ends by itself meanwhile: its thread must wait for the cancellation.
    Thread.sleep(A_WHILE);
    assertThat(events).containsExactly("ended");
    arrived.countDown();
    worker.join();
    stopper.join();
    assertThat(events)
        .startsWith("ended", "cancelled")
        .endsWith("went on", "refused")
        .doesNotContain("met the next");
  }

  @Test
  void aCancellationIsTriedAgainUntilTheStatementEnds() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch tries = new CountDownLatch(3);
    Statement early = statement(tries::countDown);
    Thread worker = works(() -> sends(early, begun, tries));
    await(begun);
    running.stop(Reason.TOO_LONG);
    worker.join();
    assertThat(tries.getCount()).isZero();
    assertThat(events).containsExactly("ended", "went on");
  }

  @Test
  void ofAStopAndACommitOneAloneWins() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      RunningOperation one = new RunningOperation();
      CyclicBarrier together = new CyclicBarrier(2);
      Thread stopper =
          Thread.ofVirtual()
              .start(
                  () -> {
                    meet(together);
                    one.stop(Reason.CLIENT_GONE);
                  });
      meet(together);
      boolean isCommitted = one.call(RunningOperationTest::commits);
      stopper.join();
      assertThat(one.stopped().isPresent()).isEqualTo(!isCommitted);
    }
  }

  @Test
  void whatIsDoneIsStoppedNoMore() {
    assertThat(running.call(RunningOperationTest::commits)).isTrue();
    running.whenStopped(() -> events.add("told"));
    running.stop(Reason.TOO_LONG);
    assertThat(running.stopped()).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void whatWasStoppedBeforeItBeganSendsNothing() throws Exception {
    running.stop(Reason.CLIENT_GONE);
    running.stop(Reason.TOO_LONG);
    running.whenStopped(() -> events.add("told at once"));
    CountDownLatch open = new CountDownLatch(0);
    works(() -> sends(statement(() -> events.add("cancelled")), open, open)).join();
    assertThat(running.stopped()).contains(Reason.CLIENT_GONE);
    assertThat(running.call(RunningOperationTest::commits)).isFalse();
    assertThat(events).containsExactly("told at once", "refused");
  }

  @Test
  void aStepApartIsWholeThoughItsOperationIsStopped() {
    Statement apart = statement(() -> events.add("cancelled"));
    boolean _ = running.call(() -> RunningOperation.undisturbed(() -> isWhole(apart)));
    assertThat(events).containsExactly("ended", "whole");
    assertThatExceptionOfType(OperationStopped.class)
        .isThrownBy(() -> running.call(RunningOperationTest::done));
  }

  private static boolean commits() {
    try {
      return done();
    } catch (OperationStopped e) {
      return false;
    }
  }

  private static boolean done() {
    RunningOperation.done();
    return true;
  }

  private boolean isWhole(Statement apart) {
    try {
      boolean isSent =
          RunningOperation.send(
              apart,
              () -> {
                running.stop(Reason.CLIENT_GONE);
                return events.add("ended");
              });
      return isSent && done() && events.add("whole");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A thread on which the operation does one thing after another. */
  private Thread works(Runnable... steps) {
    return Thread.ofVirtual()
        .start(
            () -> {
              boolean _ =
                  running.call(
                      () -> {
                        List.of(steps).forEach(Runnable::run);
                        return true;
                      });
            });
  }

  /** Sends a statement that runs until the last latch is open, and says how that ended. */
  private void sends(Statement statement, CountDownLatch begun, CountDownLatch end) {
    try {
      boolean _ =
          RunningOperation.send(
              statement,
              () -> {
                begun.countDown();
                await(end);
                return events.add("ended");
              });
      events.add("went on");
    } catch (OperationStopped e) {
      events.add("refused");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      int _ = barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A statement of which only the cancelling matters. */
  private static Statement statement(Runnable cancel) {
    return (Statement)
        Proxy.newProxyInstance(
            RunningOperationTest.class.getClassLoader(),
            new Class<?>[] {Statement.class},
            (_, method, _) -> {
              if (!method.getName().equals("cancel")) {
                throw new UnsupportedOperationException(method.getName());
              }
              cancel.run();
              return null;
            });
  }
}
