package org.sightline.tenancy;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;

/**
 * Makes the access log's next months while the service runs. Without a month's partition its
 * entries are kept all the same, but can no longer be detached as a month.
 */
@Singleton
class AccessLogMonths {
  private final TransactionOperations<Connection> transactions;

  AccessLogMonths(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  @Scheduled(initialDelay = "12h", fixedDelay = "12h")
  void make() {
    int _ =
        transactions.executeWrite(
            status -> Sql.execute(status.getConnection(), "SELECT make_access_log_months()"));
  }
}
