package org.sightline.tenancy;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.exceptions.NoConnectionException;
import io.micronaut.transaction.exceptions.TransactionSystemException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * There was no connection to the database in time, because every one was in use or the database
 * cannot be reached; or the one that there was has been lost. Later the same may succeed.
 */
public final class NoConnection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** SQLSTATE: the connection failed, or the database is starting or stopping. */
  private static final String CONNECTION_FAILED = "08";

  private static final String DATABASE_STOPPED = "57P0";

  private final Moment moment;

  /** How far the work had come. */
  enum Moment {
    /** It had not begun. */
    BEFORE,
    /** It was lost while the work ran, and with it whatever was written. */
    WHILE_IT_RAN,
    /** It was lost while the work was being kept: the database alone knows whether it was. */
    WHILE_IT_WAS_KEPT
  }

  NoConnection(Throwable cause, Moment moment) {
    super("Without a connection, " + moment.name().toLowerCase(Locale.ROOT), cause);
    this.moment = moment;
  }

  /** A sentence for the caller. */
  public String message() {
    return switch (moment) {
      case BEFORE ->
          isLoss(getCause())
              ? "The database cannot be reached just now: ask again in a moment."
              : "Too much is asked just now for this to begin: ask again in a moment.";
      case WHILE_IT_RAN ->
          "The connection to the database was lost, and nothing of this stays: ask again in a"
              + " moment.";
      case WHILE_IT_WAS_KEPT ->
          "The connection to the database was lost while this was being kept: look whether it is"
              + " there before you send it again.";
    };
  }

  /**
   * Whether the database has gone, as far as this failure tells. The pool says with its own
   * time-out why its last attempt to connect failed; a transaction that could not be rolled back
   * says what had failed before.
   */
  public static boolean isLoss(@Nullable Throwable failure) {
    for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
      boolean isLoss =
          switch (one) {
            case SQLException said -> saysSo(said.getSQLState());
            case TransactionSystemException after -> isLoss(after.getApplicationException());
            // A connection that has gone cannot be set back for its next user either.
            case NoConnectionException _ -> false;
            case ConnectionException _ -> true;
            default -> false;
          };
      if (isLoss) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysSo(@Nullable String state) {
    return state != null
        && (state.startsWith(CONNECTION_FAILED) || state.startsWith(DATABASE_STOPPED));
  }
}
