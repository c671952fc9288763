package org.sightline.tenancy;

import java.sql.SQLException;

/** A statement that the database refused. Its text is for the log, never for an answer. */
public final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String STOPPED = "57014";

  public SqlFailure(SQLException cause) {
    super(cause);
  }

  /** Whether the statement took longer than one may, or was stopped by somebody. */
  public boolean wasStopped() {
    return state().equals(STOPPED);
  }

  /** The five-character SQLSTATE, or an empty text when the driver gave none. */
  public String state() {
    return getCause() instanceof SQLException failure && failure.getSQLState() != null
        ? failure.getSQLState()
        : "";
  }
}
