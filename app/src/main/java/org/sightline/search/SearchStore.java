package org.sightline.search;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Dataset;
import org.sightline.tenancy.Sql;

/** What is found, by key, and how many, from PostgreSQL. */
@Singleton
class SearchStore {
  private static final String FINDINGS = Sql.beside(SearchStore.class, "matched-findings.sql");
  private static final String FINDINGS_PAGE =
      FINDINGS + Sql.beside(SearchStore.class, "findings-page.sql");
  private static final String FINDINGS_TALLY =
      FINDINGS + Sql.beside(SearchStore.class, "findings-tally.sql");
  private static final String ACTIONS = Sql.beside(SearchStore.class, "matched-actions.sql");
  private static final String ACTIONS_PAGE =
      ACTIONS + Sql.beside(SearchStore.class, "actions-page.sql");
  private static final String ACTIONS_TALLY =
      ACTIONS + Sql.beside(SearchStore.class, "actions-tally.sql");

  private final Connection connection;

  SearchStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * A position, after which a page goes on.
   *
   * @param rank and the others null for the first page
   */
  record After(@Nullable Float rank, @Nullable OffsetDateTime at, int key) {}

  /** The best first. Whoever reads the findings themselves counts them as read. */
  List<Place> findings(FindingFilter filter, After after, int most) {
    return page(FINDINGS_PAGE, filter.narrowed().parameters(), after, most);
  }

  /** The best first. Whoever reads the actions themselves counts them as read. */
  List<Place> actions(ActionFilter filter, After after, int most) {
    return page(ACTIONS_PAGE, filter.narrowed().parameters(), after, most);
  }

  /** How many findings, in one statement. */
  Tally countFindings(FindingFilter filter) {
    return tally(FINDINGS_TALLY, Dataset.INSPECTIONS, filter.parameters());
  }

  /** How many actions, in one statement. */
  Tally countActions(ActionFilter filter) {
    return tally(ACTIONS_TALLY, Dataset.PLANS, filter.parameters());
  }

  private List<Place> page(String sql, @Nullable Object[] filter, After after, int most) {
    List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(filter));
    parameters.add(after.rank());
    parameters.add(after.at());
    parameters.add(after.key());
    parameters.add(most);
    return Sql.list(connection, sql, Place.READER, parameters.toArray());
  }

  private Tally tally(String sql, Dataset dataset, @Nullable Object[] filter) {
    return Tally.counting(
        dataset,
        Sql.list(
            connection,
            sql,
            row ->
                new Tally.Line(row.getString("facet"), row.getString("value"), row.getInt("total")),
            filter));
  }
}
