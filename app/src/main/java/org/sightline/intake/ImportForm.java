package org.sightline.intake;

import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
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
   * Takes one part of the form.
   *
   * @throws BadFormException for a second file or a field that is not known
   * @throws ContentLengthExceededException for a file above the limit
   */
  void take(CompletedPart part) throws IOException {
    if (part instanceof CompletedFileUpload upload && part.getName().equals("file")) {
      takeFile(upload);
    } else {
      takeField(part);
    }
  }

  private void takeFile(CompletedFileUpload upload) throws IOException {
    if (file != null) {
      throw new BadFormException("The form has two files; bring one at a time.");
    }
    if (upload.getSize() > ImportGuard.LARGEST_FILE) {
      throw new ContentLengthExceededException(ImportGuard.LARGEST_FILE, upload.getSize());
    }
    file = Files.createTempFile("sightline-import-", ".csv");
    fileName = upload.getFilename();
    try (InputStream stream = upload.getInputStream()) {
      Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void takeField(CompletedPart part) throws IOException {
    switch (part.getName()) {
      case "mapping", "release", "published-on", "title", "strict" -> {
        try (InputStream stream = part.getInputStream()) {
          byte[] bytes = stream.readNBytes(LONGEST_FIELD);
          fields.put(part.getName(), new String(bytes, StandardCharsets.UTF_8).strip());
        }
      }
      default ->
          throw new BadFormException(
              "The form has the unknown field '"
                  + part.getName()
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
      throw new BadFormException(
          "The form has no file, or an empty one: send it as the part 'file'.");
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
