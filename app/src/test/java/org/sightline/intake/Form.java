package org.sightline.intake;

/** Multipart bodies, with the boundary {@code b}. */
final class Form {
  private Form() {}

  /** A whole form. */
  static String form(String fileName, String text, String mapping, String release) {
    return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + fileName
        + "\"\r\nContent-Type: text/csv\r\n\r\n"
        + text
        + "\r\n"
        + field("mapping", mapping)
        + field("release", release)
        + "--b--\r\n";
  }

  /** One field, to stand before a whole form or its end. */
  static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }
}
