package org.sightline.graphql.cost;

import java.time.Duration;
import java.time.Instant;

/**
 * What one caller may still spend. It fills up evenly, by a minute's worth each minute, and never
 * holds more than that.
 */
final class Account {
  private static final double SECONDS = 60;

  private final long perMinute;
  private double left;
  private Instant asOf;

  /** A full one. */
  Account(long perMinute, Instant now) {
    this.perMinute = perMinute;
    this.left = perMinute;
    this.asOf = now;
  }

  /**
   * Takes the cost where it is there.
   *
   * @return 0 where it was taken; otherwise after how many seconds it will be there, 1 at least
   */
  synchronized long take(long cost, Instant now) {
    refill(now);
    if (left < cost) {
      return Math.max(1, seconds(cost - left));
    }
    left -= cost;
    return 0;
  }

  /** How much is left, in whole units. */
  synchronized long left(Instant now) {
    refill(now);
    return (long) left;
  }

  /** After how many seconds it is full. */
  synchronized long secondsUntilFull(Instant now) {
    refill(now);
    return seconds(perMinute - left);
  }

  long perMinute() {
    return perMinute;
  }

  private long seconds(double missing) {
    return (long) Math.ceil(missing * SECONDS / perMinute);
  }

  /** A clock that was set back fills nothing. */
  private void refill(Instant now) {
    double seconds = Math.max(0, Duration.between(asOf, now).toMillis() / 1e3);
    left = Math.min((double) perMinute, left + seconds * perMinute / SECONDS);
    asOf = now;
  }
}
