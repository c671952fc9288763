package org.sightline.intake;

/** What has become of an import. */
public enum ImportState {
  RUNNING,
  /** Its figures stand. */
  IMPORTED,
  /** The same file stood already; nothing was written. */
  UNCHANGED,
  /** The file cannot be taken; nothing was written. */
  REFUSED,
  /** Something broke or took too long; nothing was written. */
  FAILED,
  /** Somebody cancelled it; nothing was written. */
  CANCELLED;

  /** True when the file's figures are there: written now, or before. */
  boolean stands() {
    return this == IMPORTED || this == UNCHANGED;
  }
}
