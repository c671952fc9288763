package org.sightline.tenancy;

/**
 * A statement of the transaction was stopped after others' unpublished rows had been read. What
 * they were can no longer be resolved for the access log, so nothing is given out.
 */
public final class SnapshotLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SnapshotLost(SqlFailure cause) {
    super(cause);
  }
}
