package org.sightline.search;

/** Whether a figure moved as an action means it to. */
enum AsExpected {
  YES,
  NO,
  NOT_YET,
  CANNOT_SAY
}
