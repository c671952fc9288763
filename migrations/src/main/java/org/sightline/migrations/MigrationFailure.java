package org.sightline.migrations;

/**
 * The database could not be brought to the present. The message is one sentence for an operator.
 */
public final class MigrationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MigrationFailure(String message) {
    super(message);
  }

  public MigrationFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
