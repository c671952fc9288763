package org.sightline.access.log;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.access.organisation.Organisation;
import org.sightline.export.SafeCell;
import org.sightline.graphql.GlobalId;

/** Entries as lines of CSV (RFC 4180, UTF-8), safe to open in a spreadsheet. */
final class AccessLogCsv {
  private AccessLogCsv() {}

  static final String HEADER =
      "at,reader,reader organisation,dataset,agreement,protocol,operation name,document,request id,kind,rows,indicators,periods\r\n";

  /** The lines of some entries; the names of their readers' organisations by key. */
  static InputStream lines(
      String header, List<AccessLogEntry> entries, Map<Integer, Organisation> readers) {
    StringWriter lines = new StringWriter();
    lines.write(header);
    try (CsvWriter csv = CsvWriter.builder().build(lines)) {
      entries.forEach(entry -> write(csv, entry, readers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(
      CsvWriter csv, AccessLogEntry entry, Map<Integer, Organisation> readers) {
    Organisation reader = Objects.requireNonNull(readers.get(entry.readerOrganisationKey()));
    csv.writeRecord(
        entry.at().toInstant().toString(),
        SafeCell.of(entry.readerName()),
        SafeCell.of(reader.name()),
        entry.dataset().name(),
        id("SharingAgreement", entry.agreementKey()),
        id("SharingProtocol", entry.protocolKey()),
        SafeCell.of(Objects.requireNonNullElse(entry.operationName(), "")),
        SafeCell.of(entry.document()),
        SafeCell.of(entry.requestId()),
        entry.kind().name(),
        entry.rows() == null ? "" : entry.rows().toString(),
        String.join(" ", entry.indicators()),
        String.join(", ", entry.periods()));
  }

  private static String id(String type, @Nullable Integer key) {
    return key == null ? "" : new GlobalId(type, key.toString()).encoded();
  }
}
