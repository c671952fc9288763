package org.sightline.intake.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * One part of a workbook on its way out of its compression. It ends the reading as soon as more
 * comes out than any honest part holds, so that a small file cannot fill the machine.
 */
final class BoundedPart extends FilterInputStream {
  /** XML of sheets shrinks to a tenth, seldom to a fiftieth. */
  private static final long MOST_TIMES = 200;

  private static final long ALWAYS_ALLOWED = 1L << 20;

  private final String name;
  private final long most;
  private long count;

  /**
   * @param packed how many bytes it takes in the file
   * @param largest how many bytes it may have
   */
  BoundedPart(InputStream inflated, String name, long packed, long largest) {
    super(inflated);
    this.name = name;
    this.most = Math.min(largest, Math.max(ALWAYS_ALLOWED, packed * MOST_TIMES));
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    add(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    add(Math.max(read, 0));
    return read;
  }

  private void add(int more) {
    count += more;
    if (count > most) {
      throw new WorkbookRefusedException(
          "The workbook's part %s unpacks to more than %d MB, which no return needs. Nothing was read."
              .formatted(name.length() <= 60 ? name : name.substring(0, 60), most >> 20));
    }
  }
}
