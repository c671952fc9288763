package org.sightline.intake;

/** Why a figure is not there, as the publisher's symbols say it. */
enum MissingReason {
  /** {@code c}: hidden so that nobody can be recognised. */
  SUPPRESSED,
  /** {@code z}: there can be no such figure. */
  NOT_APPLICABLE,
  /** {@code x}: the publisher does not have it. */
  NOT_AVAILABLE,
  /** {@code u}: withheld because it is not reliable. */
  LOW_RELIABILITY,
  /** {@code low} or {@code k}: above zero, but rounds to it. */
  ROUNDS_TO_ZERO
}
