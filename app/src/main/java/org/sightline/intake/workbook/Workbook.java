package org.sightline.intake.workbook;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook of which one sheet is read: the one of a name, or the first that is shown. */
public final class Workbook {
  private static final int MOST_ROWS = 1 << 20;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private Workbook() {}

  /** Whether the file's first bytes are those of a workbook, of a kind that is read or not. */
  public static boolean looksLikeOne(Path file) throws IOException {
    return startsWith(file, ZIP) || startsWith(file, OLE);
  }

  /**
   * Writes a sheet as CSV, whose line n is the sheet's row n.
   *
   * @param name of the sheet, in any case; without one of this name it is the first that is shown
   * @throws WorkbookRefusedException when it cannot or may not be read
   */
  public static void writeCsv(Path file, Path csv, String name) throws IOException {
    if (startsWith(file, OLE)) {
      throw new WorkbookRefusedException(
          "The workbook is of the older format .xls, or locked by a password. Save it as .xlsx"
              + " without a password, or as CSV.");
    }
    WorkbookGuard.check(file);
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        Stream<Row> rows = sheet(workbook, name).openStream();
        CsvWriter out =
            CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(csv, StandardCharsets.UTF_8)) {
      write(rows.iterator(), new CellText(workbook.isDate1904()), out);
    } catch (ExcelReaderException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new WorkbookRefusedException(
          "The workbook is damaged: its sheet cannot be read. Save it anew and bring it again.");
    }
  }

  private static Sheet sheet(ReadableWorkbook workbook, String name) {
    List<Sheet> shown =
        workbook
            .getSheets()
            .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
            .toList();
    return shown.stream()
        .filter(sheet -> sheet.getName().strip().equalsIgnoreCase(name))
        .findFirst()
        .or(() -> shown.stream().findFirst())
        .orElseThrow(() -> new WorkbookRefusedException("The workbook shows no sheet."));
  }

  private static void write(Iterator<Row> rows, CellText text, CsvWriter out) {
    int line = 0;
    int columns = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.getRowNum() <= line || row.getRowNum() > MOST_ROWS) {
        throw new WorkbookRefusedException(
            "The workbook is damaged: its rows are not in order. Save it anew and bring it again.");
      }
      for (line++; line < row.getRowNum(); line++) {
        out.writeRecord("");
      }
      List<String> cells = cells(row, text, columns);
      columns = columns == 0 ? cells.size() : columns;
      out.writeRecord(cells);
    }
  }

  /** Up to the last cell with something in it, and no fewer than the first row has. */
  private static List<String> cells(Row row, CellText text, int columns) {
    List<String> cells = new ArrayList<>();
    row.forEach(cell -> cells.add(text.of(cell)));
    while (!cells.isEmpty() && cells.getLast().isBlank()) {
      cells.removeLast();
    }
    while (!cells.isEmpty() && cells.size() < columns) {
      cells.add("");
    }
    return cells.isEmpty() ? List.of("") : cells;
  }

  private static boolean startsWith(Path file, byte[] magic) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return Arrays.equals(stream.readNBytes(magic.length), magic);
    }
  }
}
