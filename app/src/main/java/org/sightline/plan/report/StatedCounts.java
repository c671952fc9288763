package org.sightline.plan.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.plan.Status;
import org.sightline.plan.StatusScheme;
import org.sightline.plan.Workstream;
import org.sightline.plan.report.NewReport.NewCount;
import org.sightline.plan.report.NewReport.NewPart;

/** Reads the counts of an input, and tells what is wrong with them. */
record StatedCounts(StatusScheme scheme, List<Workstream> workstreams, UserErrors errors) {
  private static final String PARTS = "workstreams";
  private static final int MOST = 1_000_000;

  /** A stated total; null where none is. */
  @Nullable Integer total(String field, Input input) {
    @Nullable Integer total = (Integer) input.values().get(field);
    errors.addIf(
        total != null && (total < 0 || total > MOST),
        field,
        "OUT_OF_RANGE",
        "A total is 0 to %d: %s is %d.".formatted(MOST, field, total));
    return total;
  }

  /** Counts by status, each status once. */
  List<NewCount> counts(String field, Input input) {
    List<NewCount> counts = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Input one : inputs(field, input)) {
      Optional<Status> status = scheme.status(one.required("status"));
      int actions = (Integer) Objects.requireNonNull(one.values().get("actions"));
      errors.addIf(
          status.isEmpty(),
          field,
          "UNKNOWN_STATUS",
          "'%s' is no status of the scheme %s. Allowed: %s."
              .formatted(one.required("status"), scheme.name(), allowed()));
      errors.addIf(
          !known.add(one.required("status")),
          field,
          "TWICE",
          "The status %s is there twice.".formatted(one.required("status")));
      errors.addIf(
          actions < 0 || actions > MOST,
          field,
          "OUT_OF_RANGE",
          "A count is 0 to %d: that of %s is %d.".formatted(MOST, one.required("status"), actions));
      status.ifPresent(found -> counts.add(new NewCount(found.code(), actions)));
    }
    return counts;
  }

  /** The workstreams, each once. */
  List<NewPart> parts(Input input) {
    List<NewPart> parts = new ArrayList<>();
    Set<Integer> known = new HashSet<>();
    for (Input one : inputs(PARTS, input)) {
      Optional<Workstream> workstream = workstream(one);
      workstream.ifPresent(
          found -> {
            errors.addIf(
                !known.add(found.key()),
                PARTS,
                "TWICE",
                "The workstream '%s' is there twice.".formatted(found.name()));
            parts.add(new NewPart(found.key(), total("statedTotal", one), counts("counts", one)));
          });
    }
    return parts;
  }

  /** A report states something. */
  void requireSomething(NewReport report) {
    boolean statesNothing =
        report.statedTotal() == null
            && report.counts().isEmpty()
            && report.parts().stream()
                .allMatch(one -> one.statedTotal() == null && one.counts().isEmpty());
    errors.addIf(
        errors.isEmpty() && statesNothing,
        "counts",
        "EMPTY",
        "The report states nothing: give a total, or the count of at least one status.");
  }

  private Optional<Workstream> workstream(Input input) {
    @Nullable String id = input.text("id");
    @Nullable String name = input.text("name");
    Optional<Integer> key = id == null ? Optional.empty() : GlobalId.number("Workstream", id);
    Optional<Workstream> found =
        workstreams.stream()
            .filter(
                one ->
                    id == null
                        ? one.name().equalsIgnoreCase(String.valueOf(name).strip())
                        : key.filter(asked -> asked == one.key()).isPresent())
            .findFirst();
    errors.addIf(
        found.isEmpty(),
        PARTS,
        "NOT_FOUND",
        "The plan has no workstream %s. It has: %s."
            .formatted(
                id == null ? "'" + name + "'" : "with the id " + id,
                workstreams.isEmpty()
                    ? "none yet"
                    : workstreams.stream()
                        .map(Workstream::name)
                        .collect(Collectors.joining(", "))));
    return found;
  }

  private String allowed() {
    return scheme.statuses().stream()
        .map(one -> "%s (%s)".formatted(one.code(), one.name()))
        .collect(Collectors.joining(", "));
  }

  @SuppressWarnings("unchecked")
  private static List<Input> inputs(String field, Input input) {
    List<Map<String, @Nullable Object>> values =
        (List<Map<String, @Nullable Object>>) input.values().get(field);
    return values == null ? List.of() : values.stream().map(Input::new).toList();
  }
}
