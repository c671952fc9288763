package org.sightline.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A CSV file (RFC 4180, UTF-8 with or without a byte order mark), read from front to back. */
final class CsvFile implements Closeable {
  private static final int LONGEST_RECORD = 1 << 20;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;

  /**
   * @param bytesRead is told the count of bytes read so far, now and then
   */
  CsvFile(Path file, LongConsumer bytesRead) throws IOException {
    InputStream stream =
        new BufferedInputStream(new Counting(Files.newInputStream(file), bytesRead));
    skipByteOrderMark(stream);
    reader =
        CsvReader.builder()
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(LONGEST_RECORD)
            .ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8));
    records = reader.iterator();
  }

  /**
   * The next row, or nothing at the end.
   *
   * @throws ImportRefusedException when the quotes do not close, so that no row can be told from
   *     the next
   */
  Optional<CsvRecord> next() throws IOException {
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (CsvParseException e) {
      throw new ImportRefusedException(
          "The file is no CSV: " + e.getMessage() + ". Nothing was written.");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** True for a line without anything on it. */
  static boolean isBlankLine(CsvRecord row) {
    return row.getFieldCount() == 1 && row.getField(0).isBlank();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static void skipByteOrderMark(InputStream stream) throws IOException {
    stream.mark(BYTE_ORDER_MARK.length);
    byte[] start = stream.readNBytes(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
      stream.reset();
    }
  }

  private static final class Counting extends FilterInputStream {
    private final LongConsumer bytesRead;
    private long count;

    Counting(InputStream stream, LongConsumer bytesRead) {
      super(stream);
      this.bytesRead = bytesRead;
    }

    @Override
    public int read() throws IOException {
      throw new UnsupportedOperationException("Read in blocks.");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(read, 0);
      bytesRead.accept(count);
      return read;
    }
  }
}
