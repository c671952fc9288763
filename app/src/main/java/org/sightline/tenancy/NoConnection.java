package org.sightline.tenancy;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * No connection to the database was there in time: every one was in use, or the database cannot be
 * reached.
 */
public final class NoConnection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** SQLSTATE: the connection failed, or the database is starting or stopping. */
  private static final String CONNECTION_FAILED = "08";

  private static final String DATABASE_STOPPED = "57P";

  NoConnection(Throwable cause) {
    super(cause);
  }

  /** A sentence for the caller. */
  public String message() {
    return isUnreachable()
        ? "The database cannot be reached just now: ask again in a moment."
        : "Too much is asked just now for this to begin: ask again in a moment.";
  }

  /** The pool says with its own time-out why its last attempt to connect failed. */
  private boolean isUnreachable() {
    for (@Nullable Throwable one = getCause(); one != null; one = one.getCause()) {
      @Nullable String state = one instanceof SQLException failure ? failure.getSQLState() : null;
      if (state != null
          && (state.startsWith(CONNECTION_FAILED) || state.startsWith(DATABASE_STOPPED))) {
        return true;
      }
    }
    return false;
  }
}
