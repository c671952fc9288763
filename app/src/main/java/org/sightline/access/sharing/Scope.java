package org.sightline.access.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Dataset;

/**
 * What is shared.
 *
 * @param indicatorIds null where every indicator is
 * @param periodsFrom the day on which the first period begins at the earliest, null without bound
 * @param periodsTo the day on which the last period ends at the latest, null without bound
 */
public record Scope(
    List<Dataset> datasets,
    @Nullable List<Integer> indicatorIds,
    @Nullable LocalDate periodsFrom,
    @Nullable LocalDate periodsTo) {

  /** Whether it is narrowed to indicators or periods: then it opens figures alone. */
  boolean isNarrowed() {
    return indicatorIds != null || periodsFrom != null || periodsTo != null;
  }

  /** Whether it opens the records of a dataset, which have neither indicators nor periods. */
  boolean opensRecordsOf(Dataset dataset) {
    return datasets.contains(dataset) && !isNarrowed();
  }

  /** The scope in the columns that agreements, protocols and grants all have. */
  public static Scope of(ResultSet row) throws SQLException {
    return new Scope(
        Arrays.stream((String[]) row.getArray("datasets").getArray())
            .map(Dataset::valueOf)
            .toList(),
        row.getArray("indicator_ids") == null
            ? null
            : List.of((Integer[]) row.getArray("indicator_ids").getArray()),
        row.getObject("periods_from", LocalDate.class),
        row.getObject("periods_to", LocalDate.class));
  }

  /** As the column {@code datasets} has them. */
  public List<String> datasetNames() {
    return datasets.stream().map(Dataset::name).toList();
  }
}
