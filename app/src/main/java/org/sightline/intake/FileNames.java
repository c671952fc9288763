package org.sightline.intake;

import java.text.Normalizer;
import java.util.Locale;

/** Names of files as senders give them: texts to keep, never places to write to. */
final class FileNames {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_CODE = 60;

  private FileNames() {}

  /**
   * The last part, without characters that cannot be printed; {@code unnamed} where none is left.
   */
  static String withoutPath(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String printable = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "");
    String name = printable.isBlank() ? "unnamed" : printable;
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  /** The name without its ending as a code: lower-case letters, digits and single hyphens. */
  static String code(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    String code =
        Normalizer.normalize(stem, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = code.substring(0, Math.min(code.length(), LONGEST_CODE)).replaceAll("^-|-$", "");
    return cut.isEmpty() ? "return" : cut;
  }
}
