package org.sightline.tenancy;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/** One operation of a viewer: one transaction, one snapshot, on the calling thread. */
@Singleton
public final class ViewerTransactions {
  private static final TransactionDefinition SNAPSHOT = snapshot();
  private static final String BIND_VIEWER = "SELECT set_config('sightline.viewer', ?, true)";

  private final TransactionOperations<Connection> transactions;

  ViewerTransactions(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /**
   * Runs the work in a {@code REPEATABLE READ READ ONLY} transaction bound to the viewer. Stores
   * called by the work, on this thread, take part in it.
   *
   * @throws RuntimeException what the work throws; the transaction is then rolled back
   */
  public <T> T read(Viewer viewer, Supplier<T> work) {
    return transactions.execute(
        SNAPSHOT,
        status -> {
          Sql.execute(status.getConnection(), BIND_VIEWER, viewer.subject());
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
