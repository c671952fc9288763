package org.sightline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sightline.SharedWorld;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/**
 * What stores read of a world, asked by several viewers.
 *
 * @param questions by the name of a statement what the store reads, in any order
 */
public record StoreReads(
    ViewerTransactions transactions,
    SharedWorld world,
    List<Viewer> viewers,
    Map<String, Supplier<List<?>>> questions) {
  private static final Question QUESTION = new Question("test", null, "a test");

  /** The stores' own filters let through what row-level security does, and nothing else. */
  public void assertThatTheFiltersAloneGiveTheSame() {
    Map<String, List<String>> guarded = all();

    world.withoutRowLevelSecurity();

    all().forEach((asked, rows) -> assertThat(rows).as(asked).isEqualTo(guarded.get(asked)));
    questions.keySet().forEach(question -> assertThatViewersDiffer(question, guarded));
  }

  /** A statement that shows everybody the same would prove nothing. */
  private void assertThatViewersDiffer(String question, Map<String, List<String>> guarded) {
    assertThat(viewers.stream().map(viewer -> guarded.get(name(question, viewer))).distinct())
        .as(question)
        .hasSizeGreaterThan(2);
  }

  private Map<String, List<String>> all() {
    Map<String, List<String>> read = new LinkedHashMap<>();
    for (Viewer viewer : viewers) {
      questions.forEach(
          (question, work) ->
              read.put(
                  name(question, viewer),
                  transactions.read(viewer, QUESTION, () -> sorted(work.get()))));
    }
    return read;
  }

  /** The keys of everything that there is of a table. */
  public static List<Integer> keys(SharedWorld world, String table) {
    return world.texts("SELECT id FROM " + table + " ORDER BY id").stream()
        .map(Integer::valueOf)
        .toList();
  }

  private static String name(String question, Viewer viewer) {
    return question + " of " + viewer.subject();
  }

  private static List<String> sorted(List<?> rows) {
    return rows.stream().map(Object::toString).sorted().toList();
  }
}
