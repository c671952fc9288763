package org.sightline.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.access.MutationCase.Outcome;
import org.sightline.graphql.GlobalId;

/**
 * The mutations about interventions, reviews and children's homes: for contributors, for advisers
 * whom the council has agreed with, and what is given out for data owners.
 */
final class GovernanceMutationCases {
  private static final Map<String, Outcome> CONTRIBUTORS = Map.of("hull-contributor", Outcome.DONE);
  private static final Map<String, Outcome> ADVISERS = Map.of("dfe-adviser", Outcome.DONE);

  private GovernanceMutationCases() {}

  static List<MutationCase> all() {
    return List.of(
        new MutationCase(
            "recordIntervention",
            _ -> "{kind: ADVISER, from: \"2024-05-13\", source: \"Letter\"}",
            CONTRIBUTORS),
        new MutationCase(
            "amendIntervention",
            partners ->
                "{id: \"%s\", version: 0, note: \"Extended\"}"
                    .formatted(
                        id(
                            partners,
                            "Intervention",
                            """
                            INSERT INTO intervention (council_id, owner_organisation_id, access_class, kind, from_on, source)
                            SELECT council_id, 1, 'COUNCIL_ONLY', 'TRUST', '2024-01-01', 'Letter' FROM organisation WHERE id = 1
                            RETURNING id
                            """)),
            CONTRIBUTORS),
        new MutationCase(
            "recordReview",
            partners -> {
              String _ = assigned(partners);
              return "{council: \"810\", heldOn: \"2024-05-13\", title: \"Review\", conclusion: \"Better\"}";
            },
            ADVISERS),
        new MutationCase(
            "amendReview",
            partners -> "{id: \"%s\", version: 0, title: \"First\"}".formatted(review(partners)),
            ADVISERS),
        new MutationCase(
            "issueReview",
            partners -> "{id: \"%s\", version: 0}".formatted(review(partners)),
            ADVISERS),
        new MutationCase(
            "recordChildrensHome",
            // Opened later than any count of the other cases, which want a grade of every home that
            // is open.
            _ -> "{name: \"%s\", openedOn: \"2099-01-01\"}".formatted(UUID.randomUUID()),
            CONTRIBUTORS),
        new MutationCase(
            "amendChildrensHome",
            partners ->
                "{id: \"%s\", version: 0, name: \"%s\"}"
                    .formatted(home(partners), UUID.randomUUID()),
            CONTRIBUTORS),
        new MutationCase(
            "recordChildrensHomeGrade",
            partners ->
                "{home: \"%s\", asAt: \"2026-01-05\", grade: \"good\", source: \"Report\"}"
                    .formatted(home(partners)),
            CONTRIBUTORS),
        new MutationCase(
            "giveOutChildrensHomeCounts",
            partners -> {
              String _ = home(partners);
              return "{asAt: \"2026-02-02\", accessClass: SHARED, source: \"Report\"}";
            },
            Map.of("hull-owner", Outcome.DONE, "york-owner", Outcome.TOLD)));
  }

  /** An agreement by which the department may review Hull. */
  private static String assigned(Partners partners) {
    return partners.liveAgreement("dfe", Partners.DFE_OWNER, "scope: {datasets: [PLANS]}");
  }

  /** A draft of the adviser's about Hull. */
  private static String review(Partners partners) {
    String _ = assigned(partners);
    return id(
        partners,
        "Review",
        """
        INSERT INTO review (owner_organisation_id, council_id, held_on, title, conclusion, written_by, written_by_name)
        SELECT 5, council_id, '2024-05-13', 'Review', 'Better', 11, 'Dfe Adviser' FROM organisation WHERE id = 1 RETURNING id
        """);
  }

  /** A home of Hull's with a grade. */
  private static String home(Partners partners) {
    return id(
        partners,
        "ChildrensHome",
        """
        WITH added AS (
          INSERT INTO childrens_home (owner_organisation_id, name, opened_on) VALUES (1, gen_random_uuid()::text, '2020-01-01')
          RETURNING id)
        INSERT INTO childrens_home_grade (home_id, owner_organisation_id, as_at, grade_code, source)
        SELECT id, 1, '2025-01-01', 'good', 'Report' FROM added RETURNING home_id
        """);
  }

  private static String id(Partners partners, String type, String inserting) {
    return new GlobalId(type, partners.texts(inserting).getFirst()).encoded();
  }
}
