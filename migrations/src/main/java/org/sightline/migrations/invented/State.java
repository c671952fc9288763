package org.sightline.migrations.invented;

/** What a status means, whatever its colour. */
enum State {
  NOT_STARTED,
  ON_TRACK,
  AT_RISK,
  OVERDUE,
  COMPLETED,
  COMPLETED_WITH_IMPACT
}
