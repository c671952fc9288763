package org.sightline.intake;

import java.util.EnumMap;
import java.util.Map;

/** How far a running import is: written by the import, read by whoever shows it. */
public final class ImportProgress {
  private final long bytesTotal;
  private final Map<ImportPhase, Double> seconds = new EnumMap<>(ImportPhase.class);
  private volatile ImportPhase phase = ImportPhase.READING;
  private long enteredAt = System.nanoTime();
  private volatile long bytesRead;
  private volatile long rowsRead;
  private volatile long observationsWritten;

  ImportProgress(long bytesTotal) {
    this.bytesTotal = bytesTotal;
  }

  synchronized void enter(ImportPhase next) {
    long now = System.nanoTime();
    seconds.merge(phase, (now - enteredAt) / 1e9, Double::sum);
    enteredAt = now;
    phase = next;
  }

  /** How long each phase took so far, the present one included. */
  synchronized Map<ImportPhase, Double> secondsByPhase() {
    Map<ImportPhase, Double> byPhase = new EnumMap<>(seconds);
    byPhase.merge(phase, (System.nanoTime() - enteredAt) / 1e9, Double::sum);
    byPhase.replaceAll((any, exact) -> Math.round(exact * 1000) / 1000.0);
    return byPhase;
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
