package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.MappingFormat;
import org.sightline.intake.mapping.Measure;

/** Reads one file from front to back into the staging table, row by row. */
final class FileReading {
  private final ImportRequest request;
  private final Mapping mapping;
  private final ImportProgress progress;
  private final RejectionSpool rejections;
  private final Tally tally;
  private final Names names = new Names();
  private final List<StagedRow> ofOneRow = new ArrayList<>();
  private @Nullable String release;

  FileReading(
      ImportRequest request,
      Mapping mapping,
      ImportProgress progress,
      RejectionSpool rejections,
      Tally tally) {
    this.request = request;
    this.mapping = mapping;
    this.progress = progress;
    this.rejections = rejections;
    this.tally = tally;
  }

  /**
   * Reads the file.
   *
   * @throws ImportRefusedException when the file is of the wrong shape
   */
  Names into(Connection connection) throws IOException {
    ReferenceStore reference = new ReferenceStore(connection);
    AreaCodes codes = reference.areaCodes();
    Map<String, IndicatorFacts> indicators = indicators(reference);
    try (CsvFile file = new CsvFile(request.file(), progress::bytesRead)) {
      Header header =
          new Header(
              file.next().orElseThrow(() -> new ImportRefusedException("The file is empty.")));
      FileRows rows = rows(header, indicators, codes);
      try (StagingCopy staging = new StagingCopy(connection)) {
        for (Optional<CsvRecord> row = file.next(); row.isPresent(); row = file.next()) {
          take(row.get(), header, rows, staging);
        }
        staging.finish();
      }
      release = rows.release();
    }
    progress.rowsRead(tally.rowsRead());
    return names;
  }

  /** The release that the rows named, null where only the operator names it. */
  @Nullable String release() {
    return release;
  }

  private Map<String, IndicatorFacts> indicators(ReferenceStore reference) {
    Set<String> codes = new HashSet<>(mapping.periods().keySet());
    mapping.measures().stream().map(Measure::indicator).forEach(codes::add);
    Map<String, IndicatorFacts> indicators = reference.indicators(codes);
    List<String> unknown =
        codes.stream().filter(code -> !indicators.containsKey(code)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new ImportRefusedException(
          "The mapping "
              + mapping.name()
              + " names indicators that are not defined: "
              + String.join(", ", unknown)
              + ".");
    }
    return indicators;
  }

  private FileRows rows(Header header, Map<String, IndicatorFacts> indicators, AreaCodes codes) {
    return mapping.format() == MappingFormat.EES_CSV
        ? new EesRows(mapping, header, indicators, codes, tally, names)
        : new LongFormRows(mapping, header, indicators, codes, tally, names);
  }

  private void take(CsvRecord row, Header header, FileRows rows, StagingCopy staging)
      throws IOException {
    if (CsvFile.isBlankLine(row)) {
      tally.warn("blank line left out");
      return;
    }
    tally.read();
    progress.rowsRead(tally.rowsRead());
    ofOneRow.clear();
    try {
      requireFields(row, header);
      if (rows.read(row, ofOneRow)) {
        stage(staging);
      }
    } catch (RejectedRowException e) {
      tally.reject(e.rule());
      rejections.add(e.at(Math.toIntExact(row.getStartingLineNumber())));
    }
  }

  private void stage(StagingCopy staging) throws IOException {
    int observations = 0;
    for (StagedRow staged : ofOneRow) {
      staging.add(staged);
      observations += staged.indicatorId() > 0 ? 1 : 0;
    }
    tally.take(observations);
  }

  private static void requireFields(CsvRecord row, Header header) {
    if (row.getFieldCount() != header.columns()) {
      throw new RejectedRowException(
          "(whole row)",
          "wrong-number-of-fields",
          String.join(",", row.getFields()),
          "The row has %d fields; the header has %d."
              .formatted(row.getFieldCount(), header.columns()));
    }
  }
}
