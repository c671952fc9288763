package org.sightline.intake;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets one thread stop the import that another one runs, in the middle of a statement too. */
final class Stop {
  private static final Logger LOG = LoggerFactory.getLogger(Stop.class);

  private volatile @Nullable String why;
  private @Nullable Connection busy;

  /** Thrown where the import runs, once it is to stop. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException(String sentence) {
      super(sentence);
    }
  }

  /**
   * Asks for the end. Only the first reason counts.
   *
   * @param sentence why, for whoever brought the file
   */
  synchronized void ask(String sentence) {
    if (why != null) {
      return;
    }
    why = sentence;
    if (busy != null) {
      cancelStatement(busy);
    }
  }

  /** Why it is to stop, null while it may go on. */
  @Nullable String reason() {
    return why;
  }

  /**
   * Goes on or not.
   *
   * @throws StoppedException when the end was asked for
   */
  void check() {
    String sentence = why;
    if (sentence != null) {
      throw new StoppedException(sentence);
    }
  }

  /** Does the work of a transaction, whose statements are stopped with it. */
  void during(Connection connection, Runnable work) {
    watch(connection);
    try {
      check();
      work.run();
      check();
    } finally {
      watch(null);
    }
  }

  private synchronized void watch(@Nullable Connection connection) {
    busy = connection;
  }

  private static void cancelStatement(Connection connection) {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException e) {
      LOG.warn("A statement could not be stopped.", e);
    }
  }
}
