package org.sightline.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what became of a file. */
final class ReportText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DIFFERENCES_SHOWN = 20;

  private final PrintWriter out;

  ReportText(PrintWriter out) {
    this.out = out;
  }

  void print(ImportRun run, List<Rejection> firstRejections) {
    String release = run.release().isEmpty() ? "" : ", release " + run.release();
    out.printf("%s: %s as %s%s%n", run.fileName(), run.state(), run.mapping(), release);
    if (run.state() == ImportState.UNCHANGED) {
      out.println(run.message());
    }
    if (run.report() != null) {
      print(read(run.report()));
    }
    if (!firstRejections.isEmpty()) {
      out.println("The first rejected rows:");
    }
    for (Rejection one : firstRejections) {
      out.printf(
          "  line %d, %s, %s: '%s'. %s%n",
          one.line(), one.column(), one.rule(), one.value(), one.message());
    }
    out.flush();
  }

  private void print(ImportReport report) {
    if (report.rowsRead() == 0) {
      return;
    }
    line("rows read", report.rowsRead());
    line("rows taken", report.rowsTaken());
    if (report.rowsWithoutMeasure() > 0) {
      line("  of them asked for by no measure", report.rowsWithoutMeasure());
    }
    line("rows rejected", report.rowsRejected());
    lines(report.rejectedByRule());
    line("rows skipped", report.rowsSkipped());
    lines(report.skippedByLevel());
    line(report.things() + " written", report.observationsWritten());
    line(report.things() + " that stood already", report.observationsAlreadyThere());
    if (report.provenanceMoved() > 0) {
      line("  of them now traced to this file", report.provenanceMoved());
    }
    line("missing values", report.missingByReason().values().stream().mapToLong(n -> n).sum());
    lines(report.missingByReason());
    report.warnings().forEach((warning, times) -> line("warning: " + warning, times));
    report.differences().stream().limit(DIFFERENCES_SHOWN).forEach(this::difference);
    out.printf(
        Locale.UK, "%.1f seconds, %,d rows a second%n", report.seconds(), report.rowsPerSecond());
  }

  private void difference(Difference one) {
    out.printf(
        "  line %d, %s, %s, %s%s: %s stands, the file has %s%n",
        one.line(),
        one.indicator(),
        one.area(),
        one.period(),
        one.breakdown().isEmpty() ? "" : ", " + one.breakdown(),
        one.standing(),
        one.given());
  }

  private void lines(Map<String, Long> counts) {
    counts.forEach((what, count) -> line("  " + what, count));
  }

  private void line(String what, long count) {
    out.printf(Locale.UK, "%-45s %,12d%n", what, count);
  }

  private static ImportReport read(String json) {
    try {
      return JSON.readValue(json, ImportReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
