package org.sightline.intake;

/** One row that cannot be taken. Without a stack trace: a file may hold millions of such rows. */
final class RejectedRowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String column;
  private final String rule;
  private final String value;
  private final String sentence;

  /**
   * @param column the column at fault, as the file names it
   * @param rule stable identifier in kebab-case
   * @param value what the file holds there
   * @param sentence what is wrong and what is allowed
   */
  RejectedRowException(String column, String rule, String value, String sentence) {
    super(sentence, null, false, false);
    this.column = column;
    this.rule = rule;
    this.value = value;
    this.sentence = sentence;
  }

  String rule() {
    return rule;
  }

  /** The same, said of another column. */
  RejectedRowException in(String otherColumn) {
    return new RejectedRowException(otherColumn, rule, value, sentence);
  }

  Rejection at(int line) {
    return new Rejection(line, column, rule, value, sentence);
  }
}
