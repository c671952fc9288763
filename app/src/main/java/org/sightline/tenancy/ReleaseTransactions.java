package org.sightline.tenancy;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Function;

/**
 * Transactions of the role that writes official releases: row-level security lets it reach only
 * rows without an owning organisation.
 */
@Singleton
public final class ReleaseTransactions implements RowTransactions {
  private final TransactionOperations<Connection> transactions;

  ReleaseTransactions(@Named("release-writer") TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> T write(Function<Connection, T> work) {
    return transactions.executeWrite(
        status -> {
          Connection connection = status.getConnection();
          ViewerTransactions.limit(connection, ViewerTransactions.LONG);
          return work.apply(connection);
        });
  }
}
