package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.MappingCatalogue;
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
    String folder = System.getProperty("sightline.realData", "");
    Path root = Path.of(folder);
    Assumptions.assumeTrue(
        !folder.isEmpty() && Files.isDirectory(root.resolve("ees")),
        "The real official files are not here; -Dsightline.realData names their folder.");
    return List.of(
        of(root, "ees", "children-in-need-b1-2025"),
        of(root, "ees", "children-in-need-c1-2025"),
        of(root, "ees", "children-in-need-d3-2025"),
        of(root, "ees", "population-mid-year-2025"),
        of(root, "ees", "children-looked-after-numbers-2025"),
        of(root, "ees", "children-looked-after-placement-stability-2025"),
        of(root, "ees", "care-leavers-accommodation-2025"),
        of(root, "ees", "care-leavers-activity-2025"),
        of(root, "ees", "social-work-workforce-2025"),
        of(root, "ees-2024-release", "children-in-need-b1-2024"),
        of(root, "ees-2024-release", "children-in-need-c1-2024"),
        of(root, "ees-2024-release", "children-in-need-c2-2024"),
        of(root, "ees-2024-release", "children-in-need-d3-2024"));
  }

  static RealFile of(String mapping) {
    return all().stream().filter(one -> one.mapping.equals(mapping)).findFirst().orElseThrow();
  }

  private static RealFile of(Path root, String folder, String name) {
    Mapping mapping = new MappingCatalogue(RealFile.class.getClassLoader(), null).get(name);
    String year = name.substring(name.lastIndexOf('-') + 1);
    Path path = root.resolve(folder).resolve(String.valueOf(mapping.usualFileName()));
    return new RealFile(path, name, mapping.publication() + "-" + year);
  }

  ImportRequest request() {
    return new ImportRequest(
        path, path.getFileName().toString(), mapping, release, null, null, false);
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
