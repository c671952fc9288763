package org.sightline.tenancy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operation has sent to the database through {@link Sql}, in order. The texts are the
 * program's own: what was asked is bound to them and is not here.
 */
public final class StatementTally {
  /** Of more statements than these only the number and the rows are kept. */
  private static final int KEPT = 100;

  private final List<Sent> kept = new ArrayList<>();
  private int statements;
  private long rows;

  /**
   * One statement.
   *
   * @param took until its last row was read, or until it failed
   * @param rows that were read, or changed
   */
  public record Sent(String sql, Instant begun, Duration took, int rows) {}

  synchronized void add(Sent sent) {
    statements++;
    rows += sent.rows();
    if (kept.size() < KEPT) {
      kept.add(sent);
    }
  }

  /** The first hundred. */
  public synchronized List<Sent> kept() {
    return List.copyOf(kept);
  }

  /** How many there were. */
  public synchronized int statements() {
    return statements;
  }

  /** How many rows they gave or changed, all together. */
  public synchronized long rows() {
    return rows;
  }
}
