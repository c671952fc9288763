package org.sightline.plan.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.TestSightline;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/** Three councils with plans, and a ministry that some of them share these with. */
public final class PlanWorld implements AutoCloseable {
  /** Its questions ask for everything at once: more than one request may. */
  public final TestSightline sightline =
      TestSightline.empty(Map.of("sightline.limits.cost", "1000000000"));

  public final SharedWorld world = new SharedWorld(sightline.database());
  public final Organisation hull = world.council("E06000010");
  public final Organisation york = world.council("E06000014");
  public final Organisation herefordshire = world.council("E06000019");
  public final Organisation ministry = world.organisation("ministry", OrganisationKind.DFE);
  public final Viewer hullContributor = world.member(hull, "hull-c", Role.CONTRIBUTOR);
  public final Viewer yorkContributor = world.member(york, "york-c", Role.CONTRIBUTOR);
  public final Viewer herefordContributor =
      world.member(herefordshire, "hereford-c", Role.CONTRIBUTOR);
  public final Viewer adviser = world.member(ministry, "adviser", Role.ADVISER);

  /** A council shares its plans with the ministry. */
  public int share(Organisation council) {
    return world.agreement(council, ministry).ofDatasets("PLANS").make();
  }

  /** A live plan; its global id. */
  public String plan(Organisation owner, String name, String scheme, String accessClass) {
    String key =
        world
            .texts(
                """
                INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name)
                SELECT ?, ?, ?, ?, 'IMPROVEMENT', 'LIVE', id, 'A test' FROM status_scheme
                WHERE code = ? AND owner_organisation_id IS NULL RETURNING id
                """,
                owner.id(),
                owner.council(),
                accessClass,
                name,
                scheme)
            .getFirst();
    return new GlobalId("Plan", key).encoded();
  }

  /** A workstream of a plan. */
  public void workstream(String plan, String name, @Nullable String theme) {
    List<String> _ =
        world.texts(
            """
            INSERT INTO workstream (plan_id, owner_organisation_id, position, name, theme_code)
            SELECT id, owner_organisation_id,
              1 + (SELECT count(*) FROM workstream WHERE workstream.plan_id = plan.id), ?, ?
            FROM plan WHERE id = ? RETURNING id
            """,
            name,
            theme,
            key(plan));
  }

  /** An action of the first workstream of a name. */
  public void action(
      String plan,
      String workstream,
      String reference,
      String status,
      @Nullable String due,
      @Nullable String completed) {
    List<String> _ =
        world.texts(
            """
            INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text, status_code, original_due_on,
              due_on, completed_on)
            SELECT plan_id, id, owner_organisation_id, ?, 'Do ' || ?::text, ?, ?::date, ?::date, ?::date
            FROM workstream WHERE plan_id = ? AND name = ? RETURNING id
            """,
            reference,
            reference,
            status,
            due,
            due,
            completed,
            key(plan),
            workstream);
  }

  /** The key of a global id. */
  public static int key(String id) {
    return Integer.parseInt(GlobalId.decode(id).key());
  }

  /** Records a report; the payload. */
  public JsonNode record(Viewer viewer, String input) {
    return change(viewer, "recordStatusReport", input);
  }

  /** The payload of a mutation about reports. */
  public JsonNode change(Viewer viewer, String mutation, String input) {
    return sightline
        .ask(
            viewer,
            "mutation { %s(input: %s) { statusReport { id revision asAt } errors { field code message } } }"
                .formatted(mutation, input))
        .get(mutation);
  }

  /** Takes something away as the owner of the tables. */
  public void tell(String sql) {
    try (Connection owner = sightline.database().connect();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    world.close();
    sightline.close();
  }
}
