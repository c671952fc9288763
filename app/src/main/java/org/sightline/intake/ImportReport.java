package org.sightline.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file's rows: read = taken + rejected + skipped.
 *
 * @param rowsRead rows of the file, without header and blank lines
 * @param rowsTaken rows that hold
 * @param rowsWithoutMeasure those of the taken rows that no measure of the mapping asks for, other
 *     than as a denominator
 * @param rowsRejected rows left out because of what they hold
 * @param rejectedByRule the same by rule
 * @param skippedByLevel rows of geographic levels that Sightline does not hold
 * @param counted what is counted below: observations, or the values of attributes; null in a report
 *     that is older than these
 * @param observations observations that the taken rows give
 * @param observationsWritten those of them that are new
 * @param observationsAlreadyThere those that stood already, and equal
 * @param provenanceMoved those of the standing that now name this file as their source
 * @param missingByReason those of all observations that are missing
 * @param warnings what was read differently from how it stands, and how often
 * @param differences the first hundred figures that contradict what stands
 * @param differenceCount all of them
 * @param secondsByPhase how long each phase took
 * @param seconds how long it took in all
 * @param rowsPerSecond rows read over seconds
 */
public record ImportReport(
    long rowsRead,
    long rowsTaken,
    long rowsWithoutMeasure,
    long rowsRejected,
    Map<String, Long> rejectedByRule,
    Map<String, Long> skippedByLevel,
    @Nullable String counted,
    long observations,
    long observationsWritten,
    long observationsAlreadyThere,
    long provenanceMoved,
    Map<String, Long> missingByReason,
    Map<String, Long> warnings,
    List<Difference> differences,
    long differenceCount,
    Map<ImportPhase, Double> secondsByPhase,
    double seconds,
    long rowsPerSecond) {

  /**
   * What came of the observations.
   *
   * @param editionId where they stand, null where nothing does
   */
  record Written(
      @Nullable Integer editionId,
      long observations,
      long written,
      long alreadyThere,
      long provenanceMoved,
      Map<String, Long> missingByReason) {
    static final Written NOTHING = new Written(null, 0, 0, 0, 0, Map.of());
  }

  static ImportReport of(
      String counted,
      Tally tally,
      Written written,
      List<Difference> differences,
      long differenceCount,
      Map<ImportPhase, Double> secondsByPhase,
      double seconds) {
    return new ImportReport(
        tally.rowsRead(),
        tally.rowsTaken(),
        tally.rowsWithoutMeasure(),
        tally.rowsRejected(),
        new TreeMap<>(tally.rejectedByRule()),
        new TreeMap<>(tally.skippedByLevel()),
        counted,
        written.observations(),
        written.written(),
        written.alreadyThere(),
        written.provenanceMoved(),
        new TreeMap<>(written.missingByReason()),
        new TreeMap<>(tally.warnings()),
        differences,
        differenceCount,
        secondsByPhase,
        Math.round(seconds * 1000) / 1000.0,
        seconds <= 0 ? 0 : Math.round(tally.rowsRead() / seconds));
  }

  /** What was counted. */
  String things() {
    return counted == null ? "observations" : counted;
  }

  /** All rows of levels that Sightline does not hold. */
  public long rowsSkipped() {
    return skippedByLevel.values().stream().mapToLong(Long::longValue).sum();
  }
}
