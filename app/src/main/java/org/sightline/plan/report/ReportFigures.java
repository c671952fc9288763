package org.sightline.plan.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report with its figures, each as it is stated or as it follows from what is.
 *
 * @param stated of the whole plan, only what the report itself states of it
 * @param whole of the whole plan: as stated, and where not the sum of the workstreams
 * @param workstreams in the report's order
 */
public record ReportFigures(
    StatusReport report,
    CountsByStatus stated,
    CountsByStatus whole,
    List<WorkstreamFigures> workstreams) {
  public ReportFigures {
    workstreams = List.copyOf(workstreams);
  }

  /**
   * Puts a report together.
   *
   * @param ofScheme the statuses of the plan's scheme; the report's own stand before them
   */
  static ReportFigures of(
      StatusReport report,
      List<StatedStatus> ofScheme,
      List<ReportPart> parts,
      List<ReportLine> lines) {
    List<StatedStatus> statuses = statuses(ofScheme, lines);
    CountsByStatus stated = counts(statuses, lines, null, Set.of());
    List<WorkstreamFigures> workstreams =
        parts.stream()
            .map(part -> new WorkstreamFigures(part, ofPart(part, statuses, stated, lines)))
            .toList();
    CountsByStatus summed =
        CountsByStatus.sum(statuses, workstreams.stream().map(WorkstreamFigures::counts).toList());
    Map<String, Integer> whole = new HashMap<>(summed.actions());
    whole.putAll(stated.actions());
    return new ReportFigures(
        report, stated, new CountsByStatus(statuses, whole, Set.of()), workstreams);
  }

  /**
   * The sum of the parts: of the workstreams where all of theirs is known, else of the whole plan's
   * statuses; null where neither is known whole.
   */
  public @Nullable Integer summedTotal() {
    @Nullable Integer ofWorkstreams =
        CountsByStatus.sum(
                whole.statuses(), workstreams.stream().map(WorkstreamFigures::counts).toList())
            .total();
    return ofWorkstreams == null ? whole.total() : ofWorkstreams;
  }

  /** The statuses of which the report says nothing. */
  public List<StatedStatus> notStated() {
    return whole.statuses().stream()
        .filter(one -> !whole.actions().containsKey(one.code()))
        .toList();
  }

  private static List<StatedStatus> statuses(List<StatedStatus> ofScheme, List<ReportLine> lines) {
    Map<String, StatedStatus> byCode = new LinkedHashMap<>();
    Stream.concat(lines.stream().map(ReportLine::status), ofScheme.stream())
        .forEach(one -> byCode.putIfAbsent(one.code(), one));
    return byCode.values().stream()
        .sorted(Comparator.comparingInt(StatedStatus::position))
        .toList();
  }

  private static CountsByStatus ofPart(
      ReportPart part, List<StatedStatus> statuses, CountsByStatus whole, List<ReportLine> lines) {
    Set<String> implied = new HashSet<>();
    CountsByStatus written = counts(statuses, lines, part.workstreamKey(), Set.of());
    boolean makesItsTotal =
        !written.actions().isEmpty() && Objects.equals(part.statedTotal(), written.known());
    for (StatedStatus status : statuses) {
      boolean isWritten = written.actions().containsKey(status.code());
      if (!isWritten && (makesItsTotal || isSpent(status, whole, lines))) {
        implied.add(status.code());
      }
    }
    return counts(statuses, lines, part.workstreamKey(), implied);
  }

  /** Whether the workstreams that state a status already make the whole plan's stated count. */
  private static boolean isSpent(
      StatedStatus status, CountsByStatus whole, List<ReportLine> lines) {
    @Nullable Integer all = whole.actions().get(status.code());
    List<ReportLine> ofWorkstreams =
        lines.stream()
            .filter(line -> line.workstreamKey() != null)
            .filter(line -> line.status().code().equals(status.code()))
            .toList();
    return all != null
        && (all == 0 || !ofWorkstreams.isEmpty())
        && ofWorkstreams.stream().mapToInt(ReportLine::actions).sum() == all;
  }

  private static CountsByStatus counts(
      List<StatedStatus> statuses,
      List<ReportLine> lines,
      @Nullable Integer workstreamKey,
      Set<String> implied) {
    Map<String, Integer> counts = new HashMap<>();
    implied.forEach(code -> counts.put(code, 0));
    lines.stream()
        .filter(line -> Objects.equals(line.workstreamKey(), workstreamKey))
        .forEach(line -> counts.put(line.status().code(), line.actions()));
    return new CountsByStatus(statuses, counts, implied);
  }
}
