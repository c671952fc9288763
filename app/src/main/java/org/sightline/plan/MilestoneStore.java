package org.sightline.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.DatePrecision;
import org.sightline.tenancy.Dataset;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.SharedRecords;
import org.sightline.tenancy.Sql;

/** Milestones of plans in the viewer's sight, from PostgreSQL. */
@Singleton
class MilestoneStore {
  private static final String MILESTONES = Sql.beside(MilestoneStore.class, "milestones.sql");
  private static final String ADD =
      """
      INSERT INTO milestone (plan_id, action_id, owner_organisation_id, name, met_on) VALUES (?, ?, ?, ?, ?) RETURNING id
      """;
  private static final String CHANGE =
      """
      UPDATE milestone SET met_on = ?, action_id = ?, version = version + 1
      WHERE id = ? AND owner_organisation_id = (SELECT viewer_organisation())
        AND (met_on, action_id) IS DISTINCT FROM (?::date, ?::int)
      """;
  private static final String STATE =
      """
      INSERT INTO milestone_date (milestone_id, owner_organisation_id, due_on, precision, source, paragraph)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  private final Connection connection;

  MilestoneStore(Connection connection) {
    this.connection = connection;
  }

  /** One date of a milestone, beside its milestone as yet without dates. */
  private record Line(Milestone milestone, MilestoneDate date) {}

  /** In the order of their earliest days. */
  List<Milestone> ofPlans(Collection<Integer> planKeys) {
    return list(planKeys, List.of());
  }

  List<Milestone> byKey(Collection<Integer> keys) {
    return list(List.of(), keys);
  }

  private List<Milestone> list(Collection<Integer> planKeys, Collection<Integer> keys) {
    Map<Milestone, List<MilestoneDate>> dates = new LinkedHashMap<>();
    Sql.list(
            connection,
            MILESTONES,
            SharedRecords.of(Dataset.PLANS, MilestoneStore::line),
            planKeys,
            keys)
        .forEach(
            line ->
                dates.computeIfAbsent(line.milestone(), _ -> new ArrayList<>()).add(line.date()));
    return dates.entrySet().stream().map(entry -> with(entry.getKey(), entry.getValue())).toList();
  }

  /** The key of the new milestone, which has no dates yet. */
  int add(Milestone milestone, Member member) {
    return Sql.list(
            connection,
            ADD,
            row -> row.getInt("id"),
            milestone.planKey(),
            milestone.actionKey(),
            member.organisationId(),
            milestone.name(),
            milestone.metOn())
        .getFirst();
  }

  void change(Milestone milestone) {
    int _ =
        Sql.execute(
            connection,
            CHANGE,
            milestone.metOn(),
            milestone.actionKey(),
            milestone.key(),
            milestone.metOn(),
            milestone.actionKey());
  }

  /** A day that the source has stated before stays as it is. */
  void state(int milestoneKey, MilestoneDate date, Member member) {
    int _ =
        Sql.execute(
            connection,
            STATE,
            milestoneKey,
            member.organisationId(),
            date.dueOn(),
            date.precision().name(),
            date.source(),
            date.paragraph());
  }

  private static Milestone with(Milestone one, List<MilestoneDate> dates) {
    return new Milestone(
        one.key(), one.planKey(), one.actionKey(), one.name(), one.metOn(), dates, one.version());
  }

  private static Line line(ResultSet row) throws SQLException {
    @Nullable Integer action = Sql.nullableInteger(row, "action_id");
    return new Line(
        new Milestone(
            row.getInt("id"),
            row.getInt("plan_id"),
            action,
            row.getString("name"),
            PlanRows.day(row, "met_on"),
            List.of(),
            row.getInt("version")),
        new MilestoneDate(
            PlanRows.requiredDay(row, "due_on"),
            DatePrecision.valueOf(row.getString("precision")),
            row.getString("source"),
            row.getString("paragraph"),
            row.getBoolean("is_latest")));
  }
}
