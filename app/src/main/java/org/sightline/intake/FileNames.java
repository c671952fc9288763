package org.sightline.intake;

/** Names of files as senders give them: texts to keep, never places to write to. */
final class FileNames {
  private static final int LONGEST_NAME = 200;

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
}
