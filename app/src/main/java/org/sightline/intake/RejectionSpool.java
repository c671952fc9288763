package org.sightline.intake;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Every rejection of one import, kept in a temporary file until the import's end is known: there
 * may be millions of them. Closing removes the file.
 */
final class RejectionSpool implements Closeable {
  private final Path file;
  private final OutputStream out;
  private final CopyRows rows;

  RejectionSpool() throws IOException {
    file = TemporaryFile.create("rejections", ".tmp");
    out = new BufferedOutputStream(Files.newOutputStream(file));
    rows = new CopyRows(out);
  }

  void add(Rejection rejection) {
    try {
      rows.add(rejection.line())
          .add(rejection.column())
          .add(rejection.rule())
          .add(rejection.value())
          .add(rejection.message())
          .endRow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them, in the text format of COPY. The caller closes the stream. */
  InputStream open() throws IOException {
    rows.flush();
    out.flush();
    return Files.newInputStream(file);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
