package org.sightline.governance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.StatementCount;
import org.sightline.TestSightline;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/** Hull, York, Herefordshire, a partnership and the DfE, whose adviser Hull has agreed with. */
final class Governed implements AutoCloseable {
  final TestSightline sightline = TestSightline.empty();
  final SharedWorld world = new SharedWorld(sightline.database());
  final Organisation hull = world.council("E06000010");
  final Organisation york = world.council("E06000014");
  final Organisation herefordshire = world.council("E06000019");
  final Organisation partnership = world.organisation("yorkshire", OrganisationKind.REGIONAL_BODY);
  final Organisation dfe = world.organisation("dfe", OrganisationKind.DFE);
  final Viewer hullAnalyst = world.member(hull, "hull-analyst", Role.ANALYST);
  final Viewer hullContributor =
      world.member(hull, "hull-contributor", Role.ANALYST, Role.CONTRIBUTOR);
  final Viewer hullOwner = hull.dataOwnerViewer();
  final Viewer yorkAnalyst = world.member(york, "york-analyst", Role.ANALYST);
  final Viewer yorkContributor =
      world.member(york, "york-contributor", Role.ANALYST, Role.CONTRIBUTOR);
  final Viewer partner = world.member(partnership, "partner", Role.ANALYST);
  final Viewer adviser = world.member(dfe, "adviser", Role.ADVISER);
  final Viewer otherAdviser = world.member(dfe, "other-adviser", Role.ADVISER);
  final int assignment =
      world.agreement(hull, dfe).ofDatasets("INSPECTIONS", "PLANS").withPerson("adviser").make();

  JsonNode ask(Viewer viewer, String document) {
    return sightline.ask(viewer, document);
  }

  /** The payload of a mutation that meets no GraphQL error. */
  JsonNode change(Viewer viewer, String field, String input, String selection) {
    return ask(
            viewer,
            "mutation { %s(input: {%s}) { %s errors { field code message } } }"
                .formatted(field, input, selection))
        .get(field);
  }

  /** The same, of which nothing may be wrong. */
  JsonNode done(Viewer viewer, String field, String input, String selection) {
    JsonNode payload = change(viewer, field, input, selection);
    if (!payload.get("errors").isEmpty()) {
      throw new AssertionError(payload.toString());
    }
    return payload;
  }

  /** The code of the first error of an answer without data. */
  String refusal(Viewer viewer, String document) {
    return sightline.answer(viewer, document).at("/errors/0/extensions/code").asText();
  }

  /** How many statements a question takes. */
  long statements(Viewer viewer, String question) {
    StatementCount count = sightline.get(StatementCount.class);
    count.reset();
    JsonNode _ = ask(viewer, question);
    return count.total();
  }

  /** The access log of an organisation as reader, dataset and rows, the oldest first. */
  List<String> log(Organisation owner) {
    return world.texts(
        """
        SELECT concat_ws(' ', reader_name, dataset, row_count, agreement_id) FROM access_log
        WHERE owner_organisation_id = ? ORDER BY at
        """,
        owner.id());
  }

  @Override
  public void close() {
    world.close();
    sightline.close();
  }
}
