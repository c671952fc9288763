package org.sightline.tenancy;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Supplier;

/** One operation of a viewer: one transaction, one snapshot, on the calling thread. */
@Singleton
public final class ViewerTransactions {
  private static final TransactionDefinition SNAPSHOT = snapshot();
  private static final String BIND_VIEWER =
      "SELECT set_config('sightline.viewer', ?, true), set_config('statement_timeout', ?, true)";

  private final TransactionOperations<Connection> transactions;
  private final Duration statementTimeout;

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
   * @throws RuntimeException what the work throws
   */
  public <T> T read(Viewer viewer, Supplier<T> work) {
    return transactions.execute(
        SNAPSHOT,
        status -> {
          // Nothing is there to commit, and after a stopped statement a commit would be an error.
          status.setRollbackOnly();
          String milliseconds = Long.toString(statementTimeout.toMillis());
          Sql.execute(status.getConnection(), BIND_VIEWER, viewer.subject(), milliseconds);
          return work.get();
        });
  }

  private static TransactionDefinition snapshot() {
    DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
    definition.setIsolationLevel(TransactionDefinition.Isolation.REPEATABLE_READ);
    definition.setReadOnly(true);
    return definition;
  }
}
