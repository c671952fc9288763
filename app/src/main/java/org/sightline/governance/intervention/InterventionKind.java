package org.sightline.governance.intervention;

/** The steps of the ladder. */
public enum InterventionKind {
  ADVISER("Adviser"),
  IMPROVEMENT_NOTICE("Improvement notice"),
  STATUTORY_DIRECTION("Statutory direction"),
  COMMISSIONER("Commissioner"),
  TRUST("Trust");

  private final String words;

  InterventionKind(String words) {
    this.words = words;
  }

  /** As people say it. */
  public String words() {
    return words;
  }
}
