package org.sightline.inspection;

/** What a source is: of two that disagree the earlier one here is shown. */
public enum SourceKind {
  REPORT(1, "the report itself"),
  OFFICIAL_STATISTICS(2, "official statistics"),
  COUNCIL_PAPER(3, "a council's paper"),
  OWN_RECORD(4, "a council's own record"),
  COMMUNITY_TABLE(5, "a community table");

  private final int precedence;
  private final String words;

  SourceKind(int precedence, String words) {
    this.precedence = precedence;
    this.words = words;
  }

  /** In words, for a sentence. */
  String words() {
    return words;
  }

  /** 1 comes first. */
  int precedence() {
    return precedence;
  }
}
