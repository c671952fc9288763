package org.sightline.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That a field of an action has another value, as its history keeps it. */
record FieldChange(
    String field, @Nullable String from, @Nullable String to, ActionChangeKind kind) {

  /**
   * What is different, in the order of the fields.
   *
   * @param workstreams their names by key
   * @param standing what it means that status and day of completion are others
   */
  static List<FieldChange> between(
      ActionContent before,
      ActionContent after,
      Map<Integer, String> workstreams,
      ActionChangeKind standing) {
    Differences found = new Differences();
    found.add(
        "workstream",
        workstreams.get(before.workstreamKey()),
        workstreams.get(after.workstreamKey()));
    found.add("reference", before.reference(), after.reference());
    found.add("text", before.text(), after.text());
    found.add("ownerRole", before.ownerRole(), after.ownerRole());
    found.add("originalDueOn", before.originalDueOn(), after.originalDueOn());
    found.add(
        "dueOn",
        before.dueOn(),
        after.dueOn(),
        before.dueOn() == null ? ActionChangeKind.CHANGED : ActionChangeKind.RE_DATED);
    found.add("startedOn", before.startedOn(), after.startedOn());
    found.add("completedOn", before.completedOn(), after.completedOn(), standing);
    found.add("status", before.statusCode(), after.statusCode(), ActionChangeKind.CHANGED);
    return found.list;
  }

  private static final class Differences {
    private final List<FieldChange> list = new ArrayList<>();

    void add(String field, @Nullable Object from, @Nullable Object to) {
      add(field, from, to, ActionChangeKind.CHANGED);
    }

    void add(String field, @Nullable Object from, @Nullable Object to, ActionChangeKind kind) {
      if (!Objects.equals(from, to)) {
        list.add(new FieldChange(field, text(from), text(to), kind));
      }
    }

    private static @Nullable String text(@Nullable Object value) {
      return value == null ? null : value.toString();
    }
  }
}
