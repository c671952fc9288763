package org.sightline.migrations;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What it is like to wait for others, and how the database says that it was too long. */
final class Waiting {
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String STATEMENT_STOPPED = "57014";

  private Waiting() {}

  /** Whether a lock was not had in time. */
  static boolean wasForALock(Throwable failure) {
    return LOCK_NOT_AVAILABLE.equals(state(failure));
  }

  /** Whether a statement took too long. */
  static boolean wasForAStatement(Throwable failure) {
    return STATEMENT_STOPPED.equals(state(failure));
  }

  private static String state(Throwable failure) {
    for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof SQLException said && said.getSQLState() != null) {
        return said.getSQLState();
      }
    }
    return "";
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationFailure("Interrupted while others were in the way.", e);
    }
  }
}
