package org.sightline.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.MissingReason;

/** Writes rows in PostgreSQL's text format for COPY. */
final class CopyRows {
  private static final int FLUSH_AT = 1 << 16;

  private final OutputStream out;
  private final StringBuilder rows = new StringBuilder(FLUSH_AT + 1024);
  private boolean isFirst = true;

  CopyRows(OutputStream out) {
    this.out = out;
  }

  CopyRows add(int number) {
    separate();
    rows.append(number);
    return this;
  }

  /** A text with any characters but NUL, or null. */
  CopyRows add(@Nullable String text) {
    separate();
    if (text == null) {
      rows.append("\\N");
    } else {
      escape(text);
    }
    return this;
  }

  /** A number and a reason in two columns, one or both of them null. */
  CopyRows add(@Nullable Figure figure) {
    String number = figure == null ? null : figure.number();
    MissingReason missing = figure == null ? null : figure.missing();
    separate();
    rows.append(number == null ? "\\N" : number);
    separate();
    rows.append(missing == null ? "\\N" : missing.name());
    return this;
  }

  CopyRows add(boolean truth) {
    separate();
    rows.append(truth ? 't' : 'f');
    return this;
  }

  void endRow() throws IOException {
    rows.append('\n');
    isFirst = true;
    if (rows.length() >= FLUSH_AT) {
      flush();
    }
  }

  void flush() throws IOException {
    out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    rows.setLength(0);
  }

  private void separate() {
    if (!isFirst) {
      rows.append('\t');
    }
    isFirst = false;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\t' -> rows.append("\\t");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        case '\\' -> rows.append("\\\\");
        default -> rows.append(c);
      }
    }
  }
}
