package org.sightline.access.sharing;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.OffsetDateTime;
import org.sightline.tenancy.Sql;

/** The instant of the transaction, by the database's clock: the one that decides about access. */
@Singleton
public class TransactionClock {
  private final Connection connection;

  TransactionClock(Connection connection) {
    this.connection = connection;
  }

  /** The same for all of one transaction. */
  public OffsetDateTime now() {
    return Sql.list(
            connection, "SELECT now() AS at", row -> row.getObject("at", OffsetDateTime.class))
        .getFirst();
  }
}
