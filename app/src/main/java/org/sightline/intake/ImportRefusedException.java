package org.sightline.intake;

import java.util.List;

/** A file that is refused whole. The message is a sentence for whoever brought it. */
public final class ImportRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Difference> differences;
  private final long differenceCount;

  public ImportRefusedException(String sentence) {
    this(sentence, List.of(), 0);
  }

  /**
   * @param differences the first of the figures that contradict what stands
   * @param differenceCount all of them
   */
  ImportRefusedException(String sentence, List<Difference> differences, long differenceCount) {
    super(sentence);
    this.differences = List.copyOf(differences);
    this.differenceCount = differenceCount;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  List<Difference> differences() {
    return differences;
  }

  long differenceCount() {
    return differenceCount;
  }
}
