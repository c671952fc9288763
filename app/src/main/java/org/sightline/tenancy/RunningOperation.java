package org.sightline.tenancy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operation that others may stop while it runs: its client's connection, or its deadline. Its
 * statement is then cancelled in the database, and it can send no other. It runs on one thread, and
 * is stopped from any.
 */
public final class RunningOperation {
  private static final Logger LOG = LoggerFactory.getLogger(RunningOperation.class);
  private static final ScopedValue<RunningOperation> CURRENT = ScopedValue.newInstance();
  private static final long MILLISECONDS_BETWEEN_TRIES = 50;

  private final List<Runnable> whenStopped = new ArrayList<>();
  private @Nullable Statement statement;
  private @Nullable Reason stopped;
  private boolean isDone;
  private final StatementTally tally;
  private @Nullable Member member;

  public RunningOperation() {
    this(new StatementTally());
  }

  private RunningOperation(StatementTally tally) {
    this.tally = tally;
  }

  /** Why an operation is stopped. */
  public enum Reason {
    /** It took longer than a request may. */
    TOO_LONG,
    /** Its client has gone: nobody waits for the answer. */
    CLIENT_GONE
  }

  /** What is done with a statement. */
  @FunctionalInterface
  interface Sent<T> {
    T send() throws SQLException;
  }

  /** Does something, too, when the operation is stopped; at once where it has been. */
  public void whenStopped(Runnable action) {
    synchronized (this) {
      if (stopped == null) {
        whenStopped.add(action);
        return;
      }
    }
    action.run();
  }

  /** Runs the work, whose statements on this thread are the operation's. */
  public <T> T call(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /**
   * Runs work whose statements are not stopped with the operation: a step that must be whole once
   * it has begun. They count as the operation's all the same.
   */
  static <T> T undisturbed(Supplier<T> work) {
    StatementTally tally = CURRENT.isBound() ? CURRENT.get().tally : new StatementTally();
    return new RunningOperation(tally).call(work);
  }

  /**
   * Stops the operation, unless it is done: cancels its statement, and returns when that has ended.
   */
  public void stop(Reason reason) {
    List<Runnable> actions;
    synchronized (this) {
      if (stopped != null || isDone) {
        return;
      }
      stopped = reason;
      actions = List.copyOf(whenStopped);
    }
    actions.forEach(Runnable::run);
    cancelUntilItEnds();
  }

  /** What it has sent to the database so far. */
  public StatementTally tally() {
    return tally;
  }

  /** As which member it runs; empty before that is known, and for who has not signed in. */
  public synchronized Optional<Member> member() {
    return Optional.ofNullable(member);
  }

  /** Says as which member this thread's operation runs. */
  static void runsAs(Member member) {
    if (CURRENT.isBound()) {
      CURRENT.get().setMember(member);
    }
  }

  private synchronized void setMember(Member known) {
    member = known;
  }

  /** Counts a statement of this thread's operation. */
  static void count(StatementTally.Sent sent) {
    if (CURRENT.isBound()) {
      CURRENT.get().tally.add(sent);
    }
  }

  /** Why it was stopped; empty where it was not. */
  public synchronized Optional<Reason> stopped() {
    return Optional.ofNullable(stopped);
  }

  /**
   * Ends the time in which this thread's operation can be stopped: from here on what it has done
   * stays, or its answer is given.
   *
   * @throws OperationStopped when it has been stopped
   */
  static void done() {
    if (CURRENT.isBound()) {
      CURRENT.get().end();
    }
  }

  /**
   * Sends a statement of this thread's operation.
   *
   * @throws OperationStopped when the operation was stopped, before or while it ran
   */
  static <T> T send(Statement statement, Sent<T> work) throws SQLException {
    return CURRENT.isBound() ? CURRENT.get().sent(statement, work) : work.send();
  }

  private <T> T sent(Statement sent, Sent<T> work) throws SQLException {
    begin(sent);
    try {
      return work.send();
    } catch (SQLException e) {
      if (stopped().isPresent()) {
        throw new OperationStopped(e);
      }
      throw e;
    } finally {
      ended();
    }
  }

  private synchronized void begin(Statement begun) {
    requireNotStopped();
    statement = begun;
  }

  /** Waits for a cancellation on its way, so that it does not meet the next statement. */
  private synchronized void ended() {
    statement = null;
    notifyAll();
  }

  private synchronized void end() {
    requireNotStopped();
    isDone = true;
  }

  private void requireNotStopped() {
    if (stopped != null) {
      throw new OperationStopped();
    }
  }

  /**
   * The driver cancels only what has reached the database: tried again until the statement ends.
   */
  private synchronized void cancelUntilItEnds() {
    try {
      while (statement != null) {
        statement.cancel();
        wait(MILLISECONDS_BETWEEN_TRIES);
      }
    } catch (SQLException e) {
      LOG.warn("A statement could not be cancelled; its own timeout will end it.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
