package org.sightline.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Looks at every part of a workbook once before it is read. */
final class WorkbookGuard {
  private static final int MOST_PARTS = 1_000;
  private static final long LARGEST_PART = 512L << 20;
  private static final long LARGEST_KEPT_PART = 32L << 20;
  private static final long LARGEST_WHOLE = 1L << 30;
  private static final int LONGEST_CELL_ADDRESS = 10;
  private static final int MOST_COLUMN_LETTERS = 3;
  private static final int MOST_ARRAY_FORMULAS = 100;
  private static final XMLInputFactory XML = xml();

  private int arrayFormulas;

  /**
   * @throws WorkbookRefusedException when it is none, or one that could do harm
   */
  static void check(Path file) throws IOException {
    try (ZipFile parts = new ZipFile(file.toFile())) {
      if (parts.getEntry("xl/workbook.xml") == null) {
        throw new WorkbookRefusedException(
            "The file is packed as a workbook is, and holds none. Save the return as XLSX or CSV.");
      }
      new WorkbookGuard().check(parts);
    } catch (ZipException e) {
      throw new WorkbookRefusedException(
          "The workbook is damaged: it cannot be unpacked. Save it anew and bring it again.");
    }
  }

  private void check(ZipFile parts) throws IOException {
    List<? extends ZipEntry> entries = Collections.list(parts.entries());
    if (entries.size() > MOST_PARTS) {
      throw new WorkbookRefusedException(
          "The workbook has %d parts; at most %d are read.".formatted(entries.size(), MOST_PARTS));
    }
    Set<String> names = new HashSet<>();
    long whole = 0;
    for (ZipEntry entry : entries) {
      if (!names.add(entry.getName())) {
        throw new WorkbookRefusedException("The workbook is damaged: it has a part twice.");
      }
      whole += check(parts, entry);
      if (whole > LARGEST_WHOLE) {
        throw new WorkbookRefusedException(
            "The workbook unpacks to more than 1 GB, which no return needs. Nothing was read.");
      }
    }
  }

  private long check(ZipFile parts, ZipEntry entry) throws IOException {
    String name = entry.getName();
    boolean isSheet = name.startsWith("xl/worksheets/");
    long largest = isSheet ? LARGEST_PART : LARGEST_KEPT_PART;
    try (InputStream inflated = parts.getInputStream(entry);
        BoundedPart part = new BoundedPart(inflated, name, entry.getCompressedSize(), largest)) {
      if (name.endsWith(".xml") || name.endsWith(".rels")) {
        scan(part, isSheet);
      } else {
        long _ = part.transferTo(OutputStream.nullOutputStream());
      }
      return part.count();
    } catch (XMLStreamException e) {
      throw new WorkbookRefusedException(
          "The workbook is damaged: a part of it is no XML. Save it anew and bring it again.");
    }
  }

  private void scan(BoundedPart part, boolean isSheet) throws XMLStreamException {
    XMLStreamReader reader = XML.createXMLStreamReader(part);
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new WorkbookRefusedException(
            "The workbook declares XML entities, which no spreadsheet program writes. Nothing was read.");
      }
      if (isSheet && event == XMLStreamConstants.START_ELEMENT) {
        checkElement(reader);
      }
    }
  }

  private void checkElement(XMLStreamReader reader) {
    String name = reader.getLocalName();
    if (name.equals("c") && !isAddress(reader.getAttributeValue(null, "r"))) {
      throw new WorkbookRefusedException(
          "The workbook has a cell outside the columns that a sheet can have. Nothing was read.");
    }
    boolean isArray = name.equals("f") && "array".equals(reader.getAttributeValue(null, "t"));
    arrayFormulas += isArray ? 1 : 0;
    if (arrayFormulas > MOST_ARRAY_FORMULAS) {
      throw new WorkbookRefusedException(
          "The workbook has more than %d array formulas. Save the return's sheet with its values only."
              .formatted(MOST_ARRAY_FORMULAS));
    }
  }

  /** Three letters and a row at most: the reader makes room up to the column that is named. */
  private static boolean isAddress(@Nullable String address) {
    if (address == null) {
      return true;
    }
    long letters = address.chars().filter(Character::isLetter).count();
    return address.length() <= LONGEST_CELL_ADDRESS && letters <= MOST_COLUMN_LETTERS;
  }

  private static XMLInputFactory xml() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
