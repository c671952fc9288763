package org.sightline.tenancy;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.sightline.tenancy.AccessLog.Entry;

/**
 * One operation of a viewer: one transaction on the calling thread, and what it has read of others'
 * unpublished data written down before its result is given out.
 */
@Singleton
public final class ViewerTransactions {
  private static final String TRANSACTION_ABORTED = "25P02";
  private static final String CONNECTION_LOST = "08006";

  /** For an answer of the database to come, once its statement has ended or was stopped. */
  private static final Duration MORE = Duration.ofSeconds(5);

  static final Duration LONG = Duration.ofMinutes(10);
  private static final String BIND_VIEWER = Sql.beside(ViewerTransactions.class, "bind-viewer.sql");
  private static final TransactionDefinition SNAPSHOT =
      definition(TransactionDefinition.Isolation.REPEATABLE_READ, true);
  private static final TransactionDefinition CHANGE =
      definition(TransactionDefinition.Isolation.READ_COMMITTED, false);
  private static final TransactionDefinition APART = apart();

  private final TransactionOperations<Connection> transactions;
  private final Duration statementTimeout;

  private record Done<T>(T result, Optional<Member> reader, List<Entry> entries) {}

  ViewerTransactions(
      TransactionOperations<Connection> transactions,
      @Value("${sightline.limits.statement-timeout:2s}") Duration statementTimeout) {
    this.transactions = transactions;
    this.statementTimeout = statementTimeout;
  }

  /**
   * Runs the work in a {@code REPEATABLE READ READ ONLY} transaction bound to the viewer. Stores
   * called by the work, on this thread, take part in it. A statement that runs longer than the
   * setting {@code sightline.limits.statement-timeout} is stopped with SQLSTATE 57014.
   *
   * @throws NotAMember when somebody has signed in who is no member
   * @throws NoConnection when none becomes free in time, or it was lost
   * @throws OperationStopped when the operation was stopped from outside
   * @throws RuntimeException what the work throws; or when the access log cannot be written, and
   *     then there is no result
   */
  public <T> T read(Viewer viewer, Question question, Supplier<T> work) {
    T result = asMember(viewer, () -> logged(viewer, question, snapshot(viewer, question, work)));
    RunningOperation.done();
    return result;
  }

  private <T> Done<T> snapshot(Viewer viewer, Question question, Supplier<T> work) {
    return transactions.execute(
        SNAPSHOT,
        status -> {
          // Nothing is there to commit, and after a stopped statement a commit would be an error.
          status.setRollbackOnly();
          return perform(status.getConnection(), viewer, question, statementTimeout, work);
        });
  }

  /**
   * Runs the work in a {@code READ COMMITTED} transaction bound to the viewer, and commits it where
   * the result is to be kept.
   *
   * @param isKept whether what the work has written stays
   * @throws NotAMember when somebody has signed in who is no member
   * @throws NoConnection when none becomes free in time, or it was lost; then it says whether
   *     something may have been kept
   * @throws OperationStopped when the operation was stopped from outside before it was committed
   */
  public <T> T write(Viewer viewer, Question question, Predicate<T> isKept, Supplier<T> work) {
    return asMember(viewer, () -> change(viewer, question, isKept, work));
  }

  /** What it reads is logged with what it writes: both stay, or neither. */
  private <T> T change(Viewer viewer, Question question, Predicate<T> isKept, Supplier<T> work) {
    AtomicBoolean isBeingKept = new AtomicBoolean();
    try {
      return transactions.execute(
          CHANGE,
          status -> {
            Connection connection = status.getConnection();
            Done<T> done = perform(connection, viewer, question, statementTimeout, work);
            if (isKept.test(done.result())) {
              log(connection, question, done);
              RunningOperation.done();
              isBeingKept.set(true);
            } else {
              status.setRollbackOnly();
            }
            return done.result();
          });
    } catch (RuntimeException e) {
      throw isBeingKept.get() && NoConnection.isLoss(e)
          ? new NoConnection(e, NoConnection.Moment.WHILE_IT_WAS_KEPT)
          : e;
    }
  }

  private static void log(Connection connection, Question question, Done<?> done) {
    done.reader()
        .filter(_ -> !done.entries().isEmpty())
        .ifPresent(reader -> AccessLog.write(connection, reader, question, done.entries()));
  }

  /**
   * Runs the work in a transaction apart from the one that runs on this thread, for the same viewer
   * and on another connection: what it writes stays, whatever becomes of the other. For work of
   * many steps in another system, each of which must be found again after a crash; once begun, it
   * is not stopped with the operation.
   *
   * @throws NotAMember when the viewer is one no longer
   * @throws NoConnection when none becomes free in time
   * @throws IllegalStateException outside a viewer's transaction
   */
  public <T> T writeApart(Supplier<T> work) {
    return RunningOperation.undisturbed(() -> connected(() -> apart(BoundViewer.current(), work)));
  }

  private <T> T apart(BoundViewer bound, Supplier<T> work) {
    Viewer viewer = bound.viewer();
    Done<T> done =
        transactions.execute(
            APART,
            status ->
                perform(status.getConnection(), viewer, bound.question(), statementTimeout, work));
    return logged(viewer, bound.question(), done);
  }

  /**
   * Transactions of a viewer for long work, such as an upload: each is bound to the viewer anew, so
   * that one who is revoked in the meantime writes no more. A statement may take ten minutes. Each
   * throws {@link NoConnection} when none becomes free in time.
   */
  public RowTransactions longWrites(Viewer viewer, Question question) {
    return new RowTransactions() {
      @Override
      public <T> T write(Function<Connection, T> work) {
        return connected(() -> logged(viewer, question, longWrite(viewer, question, work)));
      }
    };
  }

  private <T> Done<T> longWrite(Viewer viewer, Question question, Function<Connection, T> work) {
    return transactions.execute(
        CHANGE,
        status -> {
          Connection connection = status.getConnection();
          return perform(connection, viewer, question, LONG, () -> work.apply(connection));
        });
  }

  /**
   * The first request of somebody who was invited makes a member of them. A viewer is bound before
   * the work begins, so that work that is begun anew has not been begun before.
   */
  private <T> T asMember(Viewer viewer, Supplier<T> work) {
    try {
      return connected(work);
    } catch (NotAMember e) {
      if (viewer
          .verifiedEmail()
          .filter(email -> connected(() -> accepts(viewer, email)))
          .isEmpty()) {
        throw e;
      }
      return connected(work);
    }
  }

  /**
   * The pool gives a connection, or says after its own time that there is none; and the one that it
   * gave may be lost.
   */
  private static <T> T connected(Supplier<T> work) {
    try {
      return work.get();
    } catch (NoConnection e) {
      throw e;
    } catch (RuntimeException e) {
      if (isWithoutConnection(e)) {
        throw new NoConnection(e, NoConnection.Moment.BEFORE);
      }
      throw NoConnection.isLoss(e) ? new NoConnection(e, NoConnection.Moment.WHILE_IT_RAN) : e;
    }
  }

  private static boolean isWithoutConnection(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof SQLTransientConnectionException
        || (cause != null && isWithoutConnection(cause));
  }

  private boolean accepts(Viewer viewer, String email) {
    return transactions.execute(
        CHANGE,
        status ->
            Sql.list(
                    status.getConnection(),
                    "SELECT accept_invitation(?, ?, ?) AS accepted",
                    row -> row.getBoolean("accepted"),
                    viewer.subject(),
                    email,
                    viewer.claimedOrganisation().orElse(null))
                .getFirst());
  }

  private static <T> Done<T> perform(
      Connection connection, Viewer viewer, Question question, Duration timeout, Supplier<T> work) {
    limit(connection, timeout);
    Optional<Member> member = bind(connection, viewer, timeout);
    BoundViewer bound = new BoundViewer(viewer, member, question);
    T result = bound.call(work);
    requireStillThere(connection);
    List<Entry> entries = member.isEmpty() ? List.of() : resolved(connection, bound.reads());
    return new Done<>(result, member, entries);
  }

  /**
   * A database that has gone without a word is waited for a little longer than it may take, and no
   * longer. The pool sets it back.
   */
  static void limit(Connection connection, Duration timeout) {
    try {
      connection.setNetworkTimeout(Runnable::run, (int) timeout.plus(MORE).toMillis());
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /**
   * What the work has met it may have turned into an answer, a part of which is then missing: where
   * the connection has gone, nothing of it is given out.
   */
  private static void requireStillThere(Connection connection) {
    try {
      if (connection.isClosed()) {
        throw new SQLNonTransientConnectionException("lost during the work", CONNECTION_LOST);
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static List<Entry> resolved(Connection connection, Reads reads) {
    try {
      return AccessLog.resolve(connection, reads);
    } catch (SqlFailure e) {
      throw TRANSACTION_ABORTED.equals(e.state()) ? new SnapshotLost(e) : e;
    }
  }

  private <T> T logged(Viewer viewer, Question question, Done<T> done) {
    if (!done.entries().isEmpty()) {
      boolean _ =
          transactions.execute(
              APART,
              status -> {
                Connection connection = status.getConnection();
                Optional<Member> reader = bind(connection, viewer, statementTimeout);
                AccessLog.write(connection, reader.orElseThrow(), question, done.entries());
                return true;
              });
    }
    return done.result();
  }

  private static Optional<Member> bind(Connection connection, Viewer viewer, Duration timeout) {
    Optional<Member> member = bound(connection, viewer, timeout);
    if (viewer.isAnonymous()) {
      LoggedMember.none();
      return Optional.empty();
    }
    Member found = member.orElseThrow(() -> new NotAMember("The subject is no member."));
    viewer
        .claimedOrganisation()
        .filter(claimed -> !claimed.equals(found.organisationCode()))
        .ifPresent(
            claimed -> {
              throw new NotAMember("The token claims another organisation than the database.");
            });
    RunningOperation.runsAs(found);
    LoggedMember.is(found);
    return member;
  }

  private static Optional<Member> bound(Connection connection, Viewer viewer, Duration timeout) {
    return Sql.list(
            connection,
            BIND_VIEWER,
            row ->
                row.getObject("member_id") == null
                    ? Optional.<Member>empty()
                    : Optional.of(Member.of(row)),
            viewer.subject(),
            Long.toString(timeout.toMillis()),
            viewer.subject())
        .getFirst();
  }

  private static TransactionDefinition apart() {
    DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
    definition.setIsolationLevel(TransactionDefinition.Isolation.READ_COMMITTED);
    definition.setPropagationBehavior(TransactionDefinition.Propagation.REQUIRES_NEW);
    return definition;
  }

  private static TransactionDefinition definition(
      TransactionDefinition.Isolation isolation, boolean isReadOnly) {
    DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
    definition.setIsolationLevel(isolation);
    definition.setReadOnly(isReadOnly);
    return definition;
  }
}
