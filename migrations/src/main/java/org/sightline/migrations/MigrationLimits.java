package org.sightline.migrations;

import java.time.Duration;

/**
 * How long a migration may hold others up, or be held up by them.
 *
 * @param lock for one lock: who comes after a step that waits for a table waits with it, so this is
 *     shorter than what the service gives a statement
 * @param tries how often everything is tried where a lock is not had in time, 1 or more
 * @param pause between two tries
 * @param statement for one statement
 * @param turn for another migration of the same database to end
 */
public record MigrationLimits(
    Duration lock, int tries, Duration pause, Duration statement, Duration turn) {
  private static final int TRIES = 10;

  /** What holds unless somebody sets it. */
  public static final MigrationLimits USUAL = of(Duration.ofSeconds(1), Duration.ofMinutes(10));

  /** With the usual patience. */
  public static MigrationLimits of(Duration lock, Duration statement) {
    return new MigrationLimits(
        lock, TRIES, Duration.ofSeconds(3), statement, Duration.ofMinutes(1));
  }
}
