package org.sightline.intake;

/** How far a running import is: written by the import, read by whoever shows it. */
public final class ImportProgress {
  private final long bytesTotal;
  private volatile ImportPhase phase = ImportPhase.READING;
  private volatile long bytesRead;
  private volatile long rowsRead;
  private volatile long observationsWritten;

  ImportProgress(long bytesTotal) {
    this.bytesTotal = bytesTotal;
  }

  void enter(ImportPhase next) {
    phase = next;
  }

  void bytesRead(long bytes) {
    bytesRead = bytes;
  }

  void rowsRead(long rows) {
    rowsRead = rows;
  }

  void observationsWritten(long observations) {
    observationsWritten = observations;
  }

  public ImportPhase phase() {
    return phase;
  }

  /** The file's length. */
  public long bytesTotal() {
    return bytesTotal;
  }

  public long bytesRead() {
    return bytesRead;
  }

  public long rowsRead() {
    return rowsRead;
  }

  public long observationsWritten() {
    return observationsWritten;
  }
}
