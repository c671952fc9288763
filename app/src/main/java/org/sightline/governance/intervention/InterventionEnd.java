package org.sightline.governance.intervention;

/** How an intervention ended. */
public enum InterventionEnd {
  LIFTED("lifted"),
  REPLACED("replaced"),
  EXPIRED("expired"),
  NOT_STATED("how it ended is not stated");

  private final String words;

  InterventionEnd(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
