package org.sightline.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.TestSightline;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/** Two councils with contributors, and a partnership, on a database of their own. */
final class PlanWorld implements AutoCloseable {
  /** Its questions ask for everything at once: more than one request may. */
  final TestSightline sightline =
      TestSightline.empty(Map.of("sightline.limits.cost", "1000000000"));

  final SharedWorld world = new SharedWorld(sightline.database());
  final Organisation hull = world.council("E06000010");
  final Organisation york = world.council("E06000014");
  final Organisation yorkshire = world.organisation("yorkshire", OrganisationKind.REGIONAL_BODY);
  final Viewer writer = world.member(hull, "hull-writer", Role.CONTRIBUTOR);
  final Viewer other = world.member(hull, "hull-other", Role.CONTRIBUTOR);
  final Viewer yorkWriter = world.member(york, "york-writer", Role.CONTRIBUTOR);
  final Viewer partner = world.member(yorkshire, "yorkshire-analyst", Role.ANALYST);

  /** The payload of a mutation. */
  JsonNode change(Viewer viewer, String field, String input, String selection) {
    return sightline
        .ask(
            viewer,
            "mutation { %s(input: {%s}) { %s errors { field code message } } }"
                .formatted(field, input, selection))
        .get(field);
  }

  /** What a mutation that must be done has made. */
  JsonNode made(Viewer viewer, String field, String input, String selection) {
    JsonNode payload = change(viewer, field, input, selection);
    if (!payload.get("errors").isEmpty()) {
      throw new AssertionError(payload.get("errors").toPrettyString());
    }
    return payload;
  }

  /** The id of a new plan. */
  String plan(Viewer viewer, String name, String scheme, String more) {
    return made(
            viewer,
            "recordPlan",
            "name: \"%s\", kind: IMPROVEMENT, scheme: \"%s\", %s".formatted(name, scheme, more),
            "plan { id }")
        .at("/plan/id")
        .asText();
  }

  /** The id of a new workstream. */
  String workstream(Viewer viewer, String plan, String name, String more) {
    return made(
            viewer,
            "recordWorkstreams",
            "plan: \"%s\", workstreams: [{name: \"%s\", %s}]".formatted(plan, name, more),
            "workstreams { id }")
        .at("/workstreams/0/id")
        .asText();
  }

  /** The id of a new action. */
  String action(Viewer viewer, String plan, String workstream, String reference, String more) {
    return made(
            viewer,
            "recordActions",
            "plan: \"%s\", actions: [{workstream: \"%s\", reference: \"%s\", text: \"Do %s\", %s}]"
                .formatted(plan, workstream, reference, reference, more),
            "actions { id }")
        .at("/actions/0/id")
        .asText();
  }

  /** Of anything with an id. */
  JsonNode node(Viewer viewer, String id, String type, String selection) {
    return sightline
        .ask(viewer, "{ node(id: \"%s\") { ... on %s { %s } } }".formatted(id, type, selection))
        .get("node");
  }

  /** The key of a published inspection of a council, published on a day. */
  int inspection(Organisation council, String publishedOn) {
    int inspection =
        world.key(
            "INSERT INTO inspection (council_id, framework_code, access_class) VALUES (?, 'ilacs', 'PUBLISHED') RETURNING id",
            council.council());
    int source =
        world.key(
            """
            INSERT INTO inspection_source (code, kind, title, publisher)
            VALUES ('report-' || ?::text, 'REPORT', 'Report', 'Ofsted') RETURNING id
            """,
            inspection);
    world.execute(
        """
        INSERT INTO inspection_account (inspection_id, source_id, type_code, starts_on, ends_on, published_on)
        VALUES (?, ?, 'ilacs-standard', ?::date - 40, ?::date - 30, ?::date)
        """,
        inspection,
        source,
        publishedOn,
        publishedOn,
        publishedOn);
    return inspection;
  }

  /** The id of a finding of a council's inspection, of a class. */
  String finding(Organisation council, String accessClass) {
    int inspection = inspection(council, "2022-11-21");
    int key =
        world.key(
            """
            INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source)
            VALUES (?, ?, ?, ?, 'AREA_FOR_IMPROVEMENT', 'Supervision', 'a test') RETURNING id
            """,
            inspection,
            council.council(),
            council.id(),
            accessClass);
    return id("Finding", key);
  }

  static String id(String type, int key) {
    return new GlobalId(type, String.valueOf(key)).encoded();
  }

  @Override
  public void close() {
    world.close();
    sightline.close();
  }
}
