package org.sightline.tenancy;

import java.sql.SQLException;

/** The operation was stopped from outside: see {@link RunningOperation}. */
public final class OperationStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OperationStopped() {
    super("The operation was stopped before it was done.");
  }

  OperationStopped(SQLException cancelled) {
    super("The operation was stopped while a statement ran.", cancelled);
  }
}
