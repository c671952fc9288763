package org.sightline.intake;

import java.io.IOException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.ImportReport.Written;
import org.sightline.plan.report.NewReport;
import org.sightline.plan.report.NewReport.NewCount;
import org.sightline.plan.report.NewReport.NewPart;
import org.sightline.plan.report.StatusReportWriting;
import org.sightline.plan.report.StatusReportWriting.Issued;

/**
 * One workstream a row, with how many of its actions have which status: a status report of a day. A
 * report never changes, so it is written with all of its rows or not at all.
 *
 * @param asAt the day of the report
 */
record PlanCountSheet(LocalDate asAt, StatusReportWriting reports) implements PlanSheetContent {
  private static final int LONGEST_NAME = 200;

  /** A row; the whole plan's has no workstream. */
  private record CountRow(
      int line, String workstream, @Nullable Integer statedTotal, List<NewCount> counts) {}

  /** The rows of a sheet, each workstream once. */
  private static final class CountRows {
    private final Map<String, CountRow> workstreams = new LinkedHashMap<>();
    private @Nullable CountRow wholePlan;

    void take(PlanSheetCells cells) {
      String name = cells.given("workstream", LONGEST_NAME);
      List<NewCount> counts = new ArrayList<>();
      for (String status : cells.columns().statuses()) {
        @Nullable Integer count = cells.count(status);
        if (count != null) {
          counts.add(new NewCount(status, count));
        }
      }
      CountRow row = new CountRow(cells.line(), name, cells.count("stated total"), counts);
      if (PlanColumns.isWholePlan(name)) {
        refuseTwice(cells, wholePlan, name);
        wholePlan = row;
      } else {
        refuseTwice(cells, workstreams.get(PlanSheetCells.key(name)), name);
        workstreams.put(PlanSheetCells.key(name), row);
      }
    }

    private static void refuseTwice(PlanSheetCells cells, @Nullable CountRow earlier, String name) {
      if (earlier != null) {
        throw cells.rejected(
            "workstream",
            "duplicate-row",
            name,
            "Line %d is of '%s' already.".formatted(earlier.line(), earlier.workstream()));
      }
    }
  }

  @Override
  public Brought bring(PlanSheetReading reading, Connection connection) throws IOException {
    PlanSheetDelivery delivery = reading.delivery();
    PlanSheetStore store =
        new PlanSheetStore(connection, delivery.plan().key(), delivery.organisationId());
    store.lock(delivery.member());
    CountRows rows = new CountRows();
    reading.forEach(rows::take);
    if (reading.tally().rowsRejected() > 0) {
      throw new ImportRefusedException(
          "Rows rejected: %d of %d. A status report is written with all of its rows or not at all: the rejections say what to correct. Nothing was written."
              .formatted(reading.tally().rowsRejected(), reading.tally().rowsRead()));
    }
    reading.progress().enter(ImportPhase.WRITING);
    Map<String, Integer> workstreams = new HashMap<>(store.workstreams());
    List<String> added =
        rows.workstreams.values().stream()
            .map(CountRow::workstream)
            .filter(name -> !workstreams.containsKey(PlanSheetCells.key(name)))
            .toList();
    PlanSheetStore.requireRoom(0, workstreams.size() + added.size());
    workstreams.putAll(store.addWorkstreams(added));
    Issued issued = reports.record(report(delivery, rows, workstreams));
    if (issued.refusal() != null) {
      throw new ImportRefusedException(
          issued.refusal() + " With the form field correction=true it does. Nothing was written.");
    }
    long taken = reading.tally().rowsTaken();
    return new Brought(
        new Written(
            null, taken, issued.isNew() ? taken : 0, issued.isNew() ? 0 : taken, 0, Map.of()),
        sentence(delivery, issued, rows, added));
  }

  private NewReport report(
      PlanSheetDelivery delivery, CountRows rows, Map<String, Integer> workstreams) {
    @Nullable CountRow whole = rows.wholePlan;
    List<NewPart> parts = new ArrayList<>();
    rows.workstreams.forEach(
        (key, row) ->
            parts.add(
                new NewPart(
                    Objects.requireNonNull(workstreams.get(key)),
                    row.statedTotal(),
                    row.counts())));
    String title = delivery.request().title();
    return new NewReport(
        delivery.plan().key(),
        asAt,
        "DAY",
        title == null ? "Status as at " + asAt : title,
        whole == null ? null : whole.statedTotal(),
        whole == null ? List.of() : whole.counts(),
        parts,
        delivery.fileName(),
        null,
        delivery.request().isCorrection());
  }

  private String sentence(
      PlanSheetDelivery delivery, Issued issued, CountRows rows, List<String> added) {
    int revision = Objects.requireNonNull(issued.report()).revision();
    if (!issued.isNew()) {
      return "The plan '%s' has this very report as at %s already, revision %d. Nothing has changed."
          .formatted(delivery.plan().name(), asAt, revision);
    }
    return "Status report of the plan '%s' as at %s, revision %d: workstreams: %d%s.%s"
        .formatted(
            delivery.plan().name(),
            asAt,
            revision,
            rows.workstreams.size(),
            rows.wholePlan == null ? "" : ", and the whole plan",
            added.isEmpty() ? "" : " Workstreams added: %s.".formatted(String.join(", ", added)));
  }
}
