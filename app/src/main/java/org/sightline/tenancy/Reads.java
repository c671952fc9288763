package org.sightline.tenancy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of other organisations' unpublished data that an operation has read. A store counts what it
 * reads, whatever becomes of it: a value used only inside a rank is read too.
 */
public final class Reads {
  /**
   * Whose, and which: what one entry of the count stands for. Records are of no indicator and
   * period.
   */
  record Part(
      int ownerOrganisationId,
      Dataset dataset,
      @Nullable Integer indicatorId,
      @Nullable Integer periodId) {}

  private final Map<Part, Integer> counts = new LinkedHashMap<>();

  /**
   * Counts rows of shared indicators.
   *
   * @param rows 0 where only their existence was read
   */
  public void indicators(int ownerOrganisationId, int indicatorId, int periodId, int rows) {
    counts.merge(
        new Part(ownerOrganisationId, Dataset.INDICATORS, indicatorId, periodId),
        rows,
        Integer::sum);
  }

  /**
   * Counts rows of records that are of no indicator and period, such as plans and their actions.
   *
   * @param dataset any but {@link Dataset#INDICATORS}
   * @param rows 0 where only their existence was read
   */
  public void records(int ownerOrganisationId, Dataset dataset, int rows) {
    counts.merge(new Part(ownerOrganisationId, dataset, null, null), rows, Integer::sum);
  }

  Map<Part, Integer> counts() {
    return counts;
  }
}
