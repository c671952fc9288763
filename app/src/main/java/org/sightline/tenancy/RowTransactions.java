package org.sightline.tenancy;

import java.sql.Connection;
import java.util.function.Consumer;
import java.util.function.Function;

/** Transactions that write rows: as the writer of official releases, or as a viewer. */
public interface RowTransactions {
  /**
   * Runs the work in one transaction: all of it is committed, or, when it throws, nothing.
   *
   * @param work is given the transaction's connection, for COPY; it must not close or commit it
   */
  <T> T write(Function<Connection, T> work);

  /** As {@link #write}, for work without a result; a name of its own tells the lambdas apart. */
  default void run(Consumer<Connection> work) {
    boolean _ =
        write(
            connection -> {
              work.accept(connection);
              return true;
            });
  }
}
