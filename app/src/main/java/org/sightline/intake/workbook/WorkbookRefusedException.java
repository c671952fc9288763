package org.sightline.intake.workbook;

/** A workbook that is not read. The message is a sentence for whoever brought it. */
public final class WorkbookRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorkbookRefusedException(String sentence) {
    super(sentence);
  }
}
