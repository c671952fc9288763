package org.sightline.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent to be imported. The file lies under a name of our own in the system's
 * temporary directory until this is closed; the sender's name of it is only kept as a text.
 */
final class ImportForm implements Closeable {
  private static final int LONGEST_FIELD = 1000;

  private final Map<String, String> fields = new HashMap<>();
  private @Nullable Path file;
  private String fileName = "";

  /** A form that cannot be used; the message is a sentence. */
  static final class BadFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadFormException(String sentence) {
      super(sentence);
    }
  }

  /**
   * Where the form's file goes.
   *
   * @param name the sender's name of it
   * @throws BadFormException for a second file, or one under another field's name
   */
  Path newFile(String field, String name) throws IOException {
    requireKnown(field, "file");
    if (file != null) {
      throw new BadFormException("The form has two files; bring one at a time.");
    }
    file = Files.createTempFile("sightline-import-", ".csv");
    fileName = name;
    return file;
  }

  /**
   * Takes a field of the form.
   *
   * @throws BadFormException for a field that is not known, or a value too long for any
   */
  void takeField(String field, String value) {
    requireKnown(field, "mapping", "release", "published-on", "title", "strict");
    if (value.length() > LONGEST_FIELD) {
      throw new BadFormException("The field " + field + " is too long.");
    }
    fields.put(field, value.strip());
  }

  private static void requireKnown(String field, String... known) {
    if (!List.of(known).contains(field)) {
      throw new BadFormException(
          "The form has the unknown field '"
              + field
              + "'; it takes file, mapping, release, published-on, title and strict.");
    }
  }

  /**
   * The request that the form makes.
   *
   * @throws BadFormException when file or mapping is missing, or a field cannot be read
   */
  ImportRequest request() {
    if (file == null) {
      throw new BadFormException("The form has no file: send it as the part 'file'.");
    }
    String mapping = fields.get("mapping");
    if (mapping == null || mapping.isEmpty()) {
      throw new BadFormException("The form names no mapping; GET /mappings lists them.");
    }
    return new ImportRequest(
        file,
        fileName,
        mapping,
        fields.get("release"),
        publishedOn(),
        fields.get("title"),
        isStrict());
  }

  private @Nullable LocalDate publishedOn() {
    String text = fields.get("published-on");
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadFormException(
          "published-on is '" + text + "'; a date is written as 2025-10-30.");
    }
  }

  private boolean isStrict() {
    String text = fields.getOrDefault("strict", "false");
    if (!text.equals("true") && !text.equals("false")) {
      throw new BadFormException("strict is '" + text + "'; it is true or false.");
    }
    return text.equals("true");
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
