package org.sightline.tenancy;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Transactions of the role that writes official releases: row-level security lets it reach only
 * rows without an owning organisation.
 */
@Singleton
public final class ReleaseTransactions {
  private final TransactionOperations<Connection> transactions;

  ReleaseTransactions(@Named("release-writer") TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /**
   * Runs the work in one transaction: all of it is committed, or, when it throws, nothing.
   *
   * @param work is given the transaction's connection, for COPY; it must not close or commit it
   */
  public <T> T write(Function<Connection, T> work) {
    return transactions.executeWrite(status -> work.apply(status.getConnection()));
  }

  /** As {@link #write}, for work without a result; a name of its own tells the lambdas apart. */
  public void run(Consumer<Connection> work) {
    transactions.executeWrite(
        status -> {
          work.accept(status.getConnection());
          return true;
        });
  }
}
