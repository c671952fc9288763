package org.sightline.access.token;

import java.time.Duration;

/**
 * How long the issuer's keys are trusted without asking again.
 *
 * @param remembered how long a key that the issuer has removed may go on working
 * @param refreshedAhead how long before that they are read again, in the background
 * @param readAtMost how long a request waits for keys that another one is reading
 * @param between no more than two readings in this time, however many unknown keys are shown
 * @param outage how long known keys go on working when the issuer does not answer
 */
record KeyTimes(
    Duration remembered,
    Duration refreshedAhead,
    Duration readAtMost,
    Duration between,
    Duration outage) {
  static final KeyTimes USUAL =
      new KeyTimes(
          Duration.ofMinutes(1),
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofHours(1));
}
