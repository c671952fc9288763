package org.sightline.schema.release;

/**
 * One difference that somebody who uses the contract can feel.
 *
 * @param path where, such as {@code Query.council(code)}
 * @param what a sentence that says what is different
 * @param instead a sentence that says what to do
 */
record Change(Weight weight, String path, String what, String instead) {

  /** What a change may do. */
  enum Weight {
    /** A document that was right is refused, or an answer has another shape. */
    BREAKING,
    /** Documents stay right, but their answers may surprise those who wrote them. */
    DANGEROUS
  }

  String sentence() {
    return path + ": " + what + " " + instead;
  }
}
