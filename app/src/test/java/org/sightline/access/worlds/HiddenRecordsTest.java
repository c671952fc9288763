package org.sightline.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sightline.BesideOthers;
import org.sightline.tenancy.Viewer;

/**
 * What council 2 adds to its records, changes of them and takes out of them changes no byte of what
 * council 1, with which it has agreed nothing, can ask: no count, facet, order, cursor or error.
 */
@BesideOthers
class HiddenRecordsTest {
  private static final List<Viewer> VIEWERS =
      List.of(new Viewer("person-1"), new Viewer("person-8"), Viewer.ANONYMOUS);

  /** What is added is worded as what is seen, and shared: with nobody. */
  private static final String ADDED =
      """
      INSERT INTO inspection (id, council_id, framework_code, owner_organisation_id, access_class)
        SELECT 721, council_id, 'ilacs', 2, 'SHARED' FROM organisation WHERE id = 2;
      INSERT INTO inspection_account (inspection_id, source_id, owner_key, type_code, starts_on, published_on)
        VALUES (721, 321, 2, 'ilacs-standard', '2026-02-02', '2026-03-02');
      INSERT INTO finding (id, inspection_id, council_id, owner_organisation_id, access_class, kind, theme_code, text, source)
        SELECT given.key, given.visit, council_id, 2, given.class, 'STRENGTH', 'front-door', 'Children are seen quickly', 'x'
        FROM organisation, (VALUES (741, 332, 'SHARED'), (742, 332, 'COUNCIL_ONLY'), (743, 721, 'PUBLISHED')) AS given (key, visit, class)
        WHERE organisation.id = 2;
      INSERT INTO intervention (id, council_id, owner_organisation_id, access_class, kind, from_on, source)
        SELECT 751, council_id, 2, 'SHARED', 'TRUST', '2022-01-01', 'x' FROM organisation WHERE id = 2;
      INSERT INTO childrens_home_count (id, owner_organisation_id, council_id, access_class, as_at, grade_code, homes, source)
        SELECT 771, 2, council_id, 'COUNCIL_ONLY', '2024-01-01', 'good', 3, 'x' FROM organisation WHERE id = 2;
      INSERT INTO plan (id, owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, inspection_id, created_by_name)
        SELECT 821, 2, council_id, 'SHARED', 'Plan 401', 'IMPROVEMENT', 'LIVE', 9001, 332, 'x' FROM organisation WHERE id = 2;
      INSERT INTO workstream (id, plan_id, owner_organisation_id, position, name, theme_code) VALUES (821, 821, 2, 1, 'x', 'front-door');
      INSERT INTO action (id, plan_id, workstream_id, owner_organisation_id, reference, text, due_on, status_code)
        VALUES (831, 821, 821, 2, 'A411', 'Answer the front door', '2024-02-02', 'G');
      INSERT INTO finding_action (finding_id, action_id, owner_organisation_id) VALUES (741, 831, 2);
      INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected)
        SELECT 831, id, 2, 'DOWN' FROM indicator WHERE code = 're-referrals-percent';
      INSERT INTO status_report (id, plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by_name)
        VALUES (821, 821, 2, '2024-07-01', 'x', 'COUNTS', 'x', 'x');
      INSERT INTO status_report_workstream (report_id, plan_id, workstream_id, position, name) VALUES (821, 821, 821, 1, 'x');
      INSERT INTO status_report_count VALUES (821, 821, 821, 'G', 'x', 'x', 'COMPLETED', 1, 9);
      """;

  /** But for the finding 346, which is published. */
  private static final String CHANGED =
      """
      UPDATE inspection_account SET starts_on = '2026-04-04', ends_on = NULL, outcome = 'Changed' WHERE owner_key = 2;
      UPDATE judgement SET grade_code = NULL, missing = 'NOT_STATED' WHERE owner_key = 2;
      UPDATE finding SET text = 'Nobody comes', theme_code = NULL WHERE owner_organisation_id = 2 AND id <> 346;
      UPDATE intervention SET to_on = '2023-01-01', to_precision = 'DAY' WHERE owner_organisation_id = 2;
      UPDATE childrens_home SET closed_on = '2024-01-01' WHERE owner_organisation_id = 2;
      UPDATE action SET text = 'Close the door', status_code = NULL, due_on = '2030-01-01' WHERE owner_organisation_id = 2;
      UPDATE plan SET name = 'Changed ' || id, state = 'CLOSED' WHERE owner_organisation_id = 2;
      UPDATE status_report_count SET actions = 99 WHERE plan_id = 821;
      """;

  private static final String TAKEN_OUT =
      """
      DELETE FROM finding_action WHERE owner_organisation_id = 2;
      DELETE FROM finding WHERE owner_organisation_id = 2 AND id <> 346;
      DELETE FROM intervention WHERE owner_organisation_id = 2;
      DELETE FROM childrens_home_count WHERE owner_organisation_id = 2;
      DELETE FROM action_indicator WHERE owner_organisation_id = 2;
      DELETE FROM status_report_count WHERE plan_id = 821;
      DELETE FROM judgement WHERE owner_key = 2;
      DELETE FROM inspection_account WHERE owner_key = 2;
      DELETE FROM inspection WHERE id = 721;
      """;

  @Test
  void whatAnotherCouncilDoesWithItsRecordsChangesNoByte() throws SQLException {
    try (WorldDatabase database = new WorldDatabase()) {
      Documents documents = database.documents();
      World world = Attacks.prepare(database);
      Map<String, String> before = answers(database, documents, world);
      assertThat(before.values()).anyMatch(answer -> answer.contains("Answer the front door 411"));

      for (String change : List.of(ADDED, CHANGED, TAKEN_OUT)) {
        database.change(change);

        assertThat(changed(before, answers(database, documents, world))).as(change).isEmpty();
      }
    }
  }

  /** What is asked whose answer is another, with what is told from where the two differ. */
  private static List<String> changed(Map<String, String> before, Map<String, String> now) {
    return before.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(now.get(entry.getKey())))
        .map(
            entry ->
                "%s:%n  %s%n  %s"
                    .formatted(
                        entry.getKey(),
                        fromDifference(
                            entry.getValue(), Objects.requireNonNull(now.get(entry.getKey()))),
                        fromDifference(
                            Objects.requireNonNull(now.get(entry.getKey())), entry.getValue())))
        .toList();
  }

  private static String fromDifference(String text, String other) {
    int mismatch = Arrays.mismatch(text.toCharArray(), other.toCharArray());
    return text.substring(Math.max(0, mismatch - 200), Math.min(text.length(), mismatch + 200));
  }

  private static Map<String, String> answers(
      WorldDatabase database, Documents documents, World world) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Viewer viewer : VIEWERS) {
      // The log of what others read of council 1 grows with each question here.
      Map<String, String> asked = new LinkedHashMap<>(documents.of(world));
      assertThat(asked.remove("accessLog")).isNotNull();
      asked.forEach(
          (name, document) ->
              answers.put(
                  viewer.subject() + ": " + name,
                  database.sightline().answer(viewer, document).toString()));
    }
    return answers;
  }
}
