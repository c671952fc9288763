package org.sightline.migrations;

/**
 * The database could not be brought to the present. The message is one sentence for an operator.
 */
public final class MigrationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isWorthAnotherTry;

  public MigrationFailure(String message) {
    super(message);
    isWorthAnotherTry = false;
  }

  public MigrationFailure(String message, Throwable cause) {
    this(message, cause, false);
  }

  private MigrationFailure(String message, Throwable cause, boolean isWorthAnotherTry) {
    super(message, cause);
    this.isWorthAnotherTry = isWorthAnotherTry;
  }

  /** One that may not come again: somebody else was in the way. */
  static MigrationFailure forNow(String message, Throwable cause) {
    return new MigrationFailure(message, cause, true);
  }

  /** Whether the same may succeed later, with nothing changed. */
  public boolean isWorthAnotherTry() {
    return isWorthAnotherTry;
  }
}
