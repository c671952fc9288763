package org.sightline.tenancy;

/** Every connection to the database is in use, and none has become free in time. */
public final class NoConnection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoConnection(Throwable cause) {
    super(cause);
  }
}
