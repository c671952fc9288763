package org.sightline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a first look at every byte says, before any row is read.
 *
 * @param sha256 of the file's bytes, in lower-case hexadecimal
 * @param bytes its length
 */
record FileFacts(String sha256, long bytes) {
  private static final int BUFFER = 1 << 18;

  /**
   * @throws ImportRefusedException when the file is empty or not UTF-8; the sentence gives the
   *     place
   */
  static FileFacts of(Path file) throws IOException {
    MessageDigest digest = newDigest();
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    byte[] buffer = new byte[BUFFER];
    CharBuffer ignored = CharBuffer.allocate(BUFFER);
    long decoded = 0;
    int kept = 0;
    try (InputStream stream = Files.newInputStream(file)) {
      for (int read = stream.read(buffer, 0, BUFFER); ; read = fill(stream, buffer, kept)) {
        boolean isEnd = read < 0;
        digest.update(buffer, kept, Math.max(read, 0));
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, kept + Math.max(read, 0));
        CoderResult result = decoder.decode(bytes, ignored.clear(), isEnd);
        if (result.isError()) {
          throw notUtf8(file, decoded + bytes.position());
        }
        refuseNul(file, buffer, bytes.position(), decoded);
        decoded += bytes.position();
        kept = bytes.remaining();
        System.arraycopy(buffer, bytes.position(), buffer, 0, kept);
        if (isEnd) {
          break;
        }
      }
    }
    if (decoded == 0) {
      throw new ImportRefusedException("The file is empty.");
    }
    return new FileFacts(HexFormat.of().formatHex(digest.digest()), decoded);
  }

  /** The facts of a file that is no text. */
  static FileFacts ofBytes(Path file) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream stream = Files.newInputStream(file)) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return new FileFacts(HexFormat.of().formatHex(digest.digest()), Files.size(file));
  }

  private static int fill(InputStream stream, byte[] buffer, int kept) throws IOException {
    return stream.read(buffer, kept, BUFFER - kept);
  }

  /** NUL is good UTF-8, and PostgreSQL holds no text with it. */
  private static void refuseNul(Path file, byte[] buffer, int length, long before)
      throws IOException {
    for (int i = 0; i < length; i++) {
      if (buffer[i] == 0) {
        throw new ImportRefusedException(
            "Byte %d of the file, on line %d, is NUL, which no text has. Save it as plain CSV and bring it again; nothing was read."
                .formatted(before + i, lineAt(file, before + i)));
      }
    }
  }

  private static ImportRefusedException notUtf8(Path file, long offset) throws IOException {
    return new ImportRefusedException(
        "The file is not UTF-8 throughout: byte %d, on line %d, is no part of a UTF-8 character. Save it as UTF-8 and bring it again; nothing was read."
            .formatted(offset, lineAt(file, offset)));
  }

  private static long lineAt(Path file, long offset) throws IOException {
    long line = 1;
    byte[] buffer = new byte[BUFFER];
    long left = offset;
    try (InputStream stream = Files.newInputStream(file)) {
      while (left > 0) {
        int read = stream.read(buffer, 0, (int) Math.min(BUFFER, left));
        if (read < 0) {
          break;
        }
        for (int i = 0; i < read; i++) {
          line += buffer[i] == '\n' ? 1 : 0;
        }
        left -= read;
      }
    }
    return line;
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
