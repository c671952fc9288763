package org.sightline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords nobody types. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** 128 random bits in hexadecimal: safe in SQL, in a shell and in a URL without quoting. */
  static String random() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  /** The one that the file holds, readable by this user only; made where there is none. */
  static String kept(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(Disk.parent(file));
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, random());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw Disk.failure("keep a password", Disk.parent(file), e);
    }
  }
}
