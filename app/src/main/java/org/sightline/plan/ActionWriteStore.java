package org.sightline.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** Writes the own organisation's actions and their history. */
@Singleton
class ActionWriteStore {
  private static final String RECORD = Sql.beside(ActionWriteStore.class, "record-actions.sql");
  private static final String CHANGE = Sql.beside(ActionWriteStore.class, "change-action.sql");
  private static final String REMOVE =
      """
      UPDATE action SET removed_at = now(), changed_at = now(), version = version + 1
      WHERE id = ? AND version = ? AND removed_at IS NULL AND owner_organisation_id = (SELECT viewer_organisation())
      """;
  private static final String REMEMBER = Sql.beside(ActionWriteStore.class, "remember.sql");

  private final Connection connection;

  ActionWriteStore(Connection connection) {
    this.connection = connection;
  }

  /** The keys of the new actions, in their order. */
  List<Integer> record(int planKey, List<NewAction> actions, Member member) {
    Map<String, Integer> byReference = new HashMap<>();
    List<Boolean> _ =
        Sql.list(
            connection,
            RECORD,
            row -> byReference.put(row.getString("reference"), row.getInt("id")) == null,
            planKey,
            member.organisationId(),
            column(actions, one -> one.content().workstreamKey()),
            column(actions, one -> one.content().reference()),
            column(actions, one -> one.content().text()),
            column(actions, one -> one.content().ownerRole()),
            column(actions, one -> text(one.content().originalDueOn())),
            column(actions, one -> text(one.content().dueOn())),
            column(actions, one -> one.content().statusCode()),
            column(actions, one -> text(one.content().startedOn())),
            column(actions, one -> text(one.content().completedOn())),
            column(actions, NewAction::reDatedBefore),
            column(actions, NewAction::reopenedBefore),
            column(actions, NewAction::source),
            column(actions, NewAction::paragraph));
    List<Integer> keys =
        actions.stream()
            .map(one -> Objects.requireNonNull(byReference.get(one.content().reference())))
            .toList();
    List<FieldChange> created =
        actions.stream()
            .map(
                one ->
                    new FieldChange(
                        "action", null, one.content().reference(), ActionChangeKind.CREATED))
            .toList();
    remember(keys, created, null, member);
    return keys;
  }

  /** False where somebody has changed or removed it since that version; then nothing is written. */
  boolean change(Action action, ActionContent content) {
    return Sql.execute(
            connection,
            CHANGE,
            content.workstreamKey(),
            content.reference(),
            content.text(),
            content.ownerRole(),
            content.originalDueOn(),
            content.dueOn(),
            content.statusCode(),
            content.startedOn(),
            content.completedOn(),
            action.key(),
            action.version())
        == 1;
  }

  /** False where somebody has changed or removed it since that version. */
  boolean remove(Action action) {
    return Sql.execute(connection, REMOVE, action.key(), action.version()) == 1;
  }

  /** Adds to an action's history. */
  void remember(int actionKey, List<FieldChange> changes, @Nullable String reason, Member member) {
    remember(Collections.nCopies(changes.size(), actionKey), changes, reason, member);
  }

  private void remember(
      List<Integer> actionKeys, List<FieldChange> changes, @Nullable String reason, Member member) {
    int _ =
        Sql.execute(
            connection,
            REMEMBER,
            member.organisationId(),
            member.id(),
            member.name(),
            reason,
            actionKeys,
            changes.stream().map(FieldChange::field).toList(),
            column(changes, FieldChange::from),
            column(changes, FieldChange::to),
            changes.stream().map(one -> one.kind().name()).toList());
  }

  /** A list that may hold nulls, which are bound as such. */
  private static <T> Collection<@Nullable Object> column(
      List<T> rows, Function<T, @Nullable Object> value) {
    List<@Nullable Object> values = new ArrayList<>();
    rows.forEach(row -> values.add(value.apply(row)));
    return values;
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
