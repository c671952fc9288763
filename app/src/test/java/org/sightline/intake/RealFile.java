package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sightline.OfficialFile;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.Measure;

/** A real official file, counted here cell by cell, without any of the program's reading. */
record RealFile(Path path, String mapping, String release) {
  private static final Map<String, String> REASONS =
      Map.of(
          "z", "NOT_APPLICABLE",
          "x", "NOT_AVAILABLE",
          "c", "SUPPRESSED",
          "u", "LOW_RELIABILITY",
          "low", "ROUNDS_TO_ZERO",
          "k", "ROUNDS_TO_ZERO");

  /** The thirteen, or a skipped test with a sentence where they are not at hand. */
  static List<RealFile> all() {
    return OfficialFile.all().stream()
        .map(file -> new RealFile(file.path(), file.mapping(), file.release()))
        .toList();
  }

  static RealFile of(String mapping) {
    return all().stream().filter(one -> one.mapping.equals(mapping)).findFirst().orElseThrow();
  }

  ImportRequest request() {
    return new ImportRequest(
        path, String.valueOf(path.getFileName()), mapping, release, null, null, false);
  }

  long rows() {
    return records().size();
  }

  /** Observations by what they are: "value", or the reason for which they are missing. */
  Map<String, Long> observations(Mapping by) {
    Map<String, Long> counts = new TreeMap<>();
    for (NamedCsvRecord row : records()) {
      for (Measure measure : by.measures()) {
        boolean asked =
            measure.when().entrySet().stream()
                .allMatch(when -> row.getField(when.getKey()).equals(when.getValue()));
        if (asked) {
          counts.merge(kind(row, measure), 1L, Long::sum);
        }
      }
    }
    return counts;
  }

  private static String kind(NamedCsvRecord row, Measure measure) {
    if (measure.value() != null) {
      return REASONS.getOrDefault(row.getField(measure.value()), "value");
    }
    Optional<String> missingPart =
        Stream.of(measure.numerator(), measure.denominator())
            .filter(part -> part != null)
            .flatMap(part -> part.columns().stream())
            .map(row::getField)
            .filter(REASONS::containsKey)
            .findFirst();
    boolean isZero =
        measure.denominator() != null
            && row.getField(measure.denominator().columns().getFirst()).equals("0");
    return missingPart.map(REASONS::get).orElse(isZero ? "NOT_APPLICABLE" : "value");
  }

  private List<NamedCsvRecord> records() {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(path)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
