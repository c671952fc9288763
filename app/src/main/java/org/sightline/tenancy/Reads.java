package org.sightline.tenancy;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rows of other organisations' unpublished data that an operation has read. A store counts what it
 * reads, whatever becomes of it: a value used only inside a rank is read too.
 */
public final class Reads {
  /** Whose, and which: what one entry of the count stands for. */
  record Part(int ownerOrganisationId, Dataset dataset, int indicatorId, int periodId) {}

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

  Map<Part, Integer> counts() {
    return counts;
  }
}
