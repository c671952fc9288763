package org.sightline.plan;

/** How an action is meant to move an indicator. */
public enum ExpectedChange {
  UP,
  DOWN,
  BETTER
}
