package org.sightline.local;

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
}
