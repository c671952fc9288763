package org.sightline.graphql.cost;

import java.time.Duration;
import java.time.Instant;

/**
 * What one caller may still spend. It fills up evenly, by a minute's worth each minute, and never
 * holds more than that. Reckoned in whole parts, so that what was said to be there in a second is.
 */
final class Account {
  /** Into so many parts is each unit of cost divided; one millisecond adds perMinute of them. */
  private static final long PARTS = 60_000;

  private static final long A_SECOND = 1_000;

  private final long perMinute;
  private long parts;
  private Instant asOf;

  /** A full one. */
  Account(long perMinute, Instant now) {
    this.perMinute = perMinute;
    this.parts = perMinute * PARTS;
    this.asOf = now;
  }

  /**
   * Takes the cost where it is there.
   *
   * @param again what must be there for the same to be asked again, if it is not
   * @return 0 where it was taken; otherwise after how many seconds it can be asked again, 1 at
   *     least
   */
  synchronized long take(long cost, long again, Instant now) {
    refill(now);
    if (parts < cost * PARTS) {
      return Math.max(1, seconds(again * PARTS - parts));
    }
    parts -= cost * PARTS;
    return 0;
  }

  /** How much is left, in whole units. */
  synchronized long left(Instant now) {
    refill(now);
    return parts / PARTS;
  }

  /** After how many seconds it is full. */
  synchronized long secondsUntilFull(Instant now) {
    refill(now);
    return seconds(perMinute * PARTS - parts);
  }

  long perMinute() {
    return perMinute;
  }

  private long seconds(long missing) {
    return Math.ceilDiv(missing, perMinute * A_SECOND);
  }

  /** A clock that was set back fills nothing; a part of a millisecond counts the next time. */
  private void refill(Instant now) {
    long milliseconds = Math.clamp(Duration.between(asOf, now).toMillis(), 0, PARTS);
    parts = Math.min(perMinute * PARTS, parts + milliseconds * perMinute);
    boolean startsAnew = now.isBefore(asOf) || milliseconds == PARTS;
    asOf = startsAnew ? now : asOf.plusMillis(milliseconds);
  }
}
