package org.sightline.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
  private static final String HEADER =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>period</t></is></c>"
          + "<c r=\"B1\" t=\"inlineStr\"><is><t>value</t></is></c></row>";

  @TempDir private Path folder;

  @Test
  void numbersAreAsShown() throws Exception {
    assertThat(lines(row(2, "<v>0.30000000000000004</v>", "<v>84.699999999999989</v>")))
        .containsExactly("period,value", "0.3,84.7");
    assertThat(lines(row(2, "<v>1E-3</v>", "<v>12000000</v>"))).contains("0.001,12000000");
    assertThat(lines(row(2, "<v>1</v>", "<v>1E+1000000</v>"))).contains("1,1E+1000000");
  }

  @Test
  void datesMonthsAndPercentagesAreAsShown() throws Exception {
    String cells =
        "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44196</v></c><c r=\"B2\" s=\"3\"><v>0.847</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" s=\"2\"><v>44166</v></c><c r=\"B3\"><v>5</v></c></row>";

    assertThat(lines(cells)).containsExactly("period,value", "2020-12-31,84.7", "2020-12,5");
  }

  @Test
  void ofAFormulaTheValueLastComputedCounts() throws Exception {
    String cells =
        "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" t=\"str\"><f>T(1)</f><v>c</v></c></row>";

    assertThat(lines(cells)).containsExactly("period,value", "2,c");
  }

  @Test
  void aLineIsASheetsRow() throws Exception {
    assertThat(lines(row(4, "<v>1</v>", "<v>2</v>")))
        .containsExactly("period,value", "", "", "1,2");
  }

  @Test
  void aBombEndsTheReading() throws Exception {
    String bomb = "<a>" + " ".repeat(40 << 20) + "</a>";

    assertRefused(new WorkbookFile(HEADER).part("xl/sharedStrings.xml", bomb), "unpacks to more");
    assertRefused(new WorkbookFile(HEADER + bomb), "unpacks to more");
    assertRefused(new WorkbookFile(HEADER).part("docProps/other.bin", bomb), "unpacks to more");
  }

  @Test
  void manyPartsAreNotRead() throws Exception {
    WorkbookFile file = new WorkbookFile(HEADER);
    for (int i = 0; i < 1_000; i++) {
      file.part("xl/media/" + i, "x");
    }

    assertRefused(file, "parts; at most 1000");
  }

  @Test
  void noEntityIsResolved() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String sheet =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>";

    assertRefused(new WorkbookFile(HEADER).part("xl/worksheets/sheet1.xml", sheet), "entities");
  }

  @Test
  void aCellFarOutsideIsRefused() throws Exception {
    assertRefused(
        new WorkbookFile(HEADER + "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>"), "columns");
  }

  @Test
  void rowsOutOfOrderAreRefused() throws Exception {
    assertRefused(new WorkbookFile(HEADER + HEADER), "not in order");
  }

  @Test
  void whatIsNoWorkbookIsSaid() throws Exception {
    Path older = folder.resolve("old.xls");
    Files.write(older, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
    Path cut = folder.resolve("cut.xlsx");
    Files.write(cut, new byte[] {'P', 'K', 3, 4, 0, 0, 0});

    assertThat(Workbook.looksLikeOne(older)).isTrue();
    assertThatThrownBy(() -> Workbook.writeCsv(older, folder.resolve("csv"), "return"))
        .isInstanceOf(WorkbookRefusedException.class)
        .hasMessageContaining("password");
    assertThatThrownBy(() -> Workbook.writeCsv(cut, folder.resolve("csv"), "return"))
        .isInstanceOf(WorkbookRefusedException.class)
        .hasMessageContaining("damaged");
    assertThat(Workbook.looksLikeOne(Files.writeString(folder.resolve("a.csv"), "a,b\n")))
        .isFalse();
  }

  private void assertRefused(WorkbookFile workbook, String sentence) throws IOException {
    Path file = workbook.write(folder.resolve("refused.xlsx"));

    assertThatThrownBy(() -> Workbook.writeCsv(file, folder.resolve("csv"), "return"))
        .isInstanceOf(WorkbookRefusedException.class)
        .hasMessageContaining(sentence);
  }

  private List<String> lines(String rows) throws IOException {
    Path csv = folder.resolve("made.csv");
    Workbook.writeCsv(
        new WorkbookFile(HEADER + rows).write(folder.resolve("made.xlsx")), csv, "return");
    return Files.readAllLines(csv).stream().map(line -> line.replace("\"", "")).toList();
  }

  private static String row(int number, String first, String second) {
    return "<row r=\"%d\"><c r=\"A%d\">%s</c><c r=\"B%d\">%s</c></row>"
        .formatted(number, number, first, number, second);
  }
}
