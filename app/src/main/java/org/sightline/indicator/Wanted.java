package org.sightline.indicator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sightline.indicator.ObservationStore.Stored;

/**
 * Figures to be read: those of one indicator and breakdown in one period of an edition.
 *
 * @param breakdown as {@link Breakdown#code} has it
 * @param ofAllAreas of every area; otherwise only of those that are named
 */
record Wanted(int indicatorId, PeriodEdition edition, String breakdown, boolean ofAllAreas) {
  /** What tells of a row for whom it was read. */
  record Key(int indicatorId, String breakdown, int editionId, int periodId) {
    static Key of(Stored stored) {
      return new Key(
          stored.indicatorId(), stored.breakdown(), stored.editionId(), stored.periodId());
    }
  }

  Key key() {
    return new Key(indicatorId, breakdown, edition.editionId(), edition.period().id());
  }

  /** Each once: of all areas where any asks for all. */
  static List<Wanted> once(Collection<Wanted> asked) {
    Map<Key, Wanted> byKey = new LinkedHashMap<>();
    asked.forEach(
        one -> byKey.merge(one.key(), one, (known, more) -> known.ofAllAreas() ? known : more));
    return List.copyOf(byKey.values());
  }
}
