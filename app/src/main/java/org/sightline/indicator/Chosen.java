package org.sightline.indicator;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.indicator.ObservationStore.Stored;

/** The editions whose rows were read: tells of each row from which it came. */
final class Chosen {
  private record Key(int editionId, int periodId) {}

  private final Map<Key, PeriodEdition> editions;

  Chosen(Collection<PeriodEdition> editions) {
    this.editions =
        editions.stream()
            .collect(
                Collectors.toMap(
                    edition -> new Key(edition.editionId(), edition.period().id()),
                    Function.identity(),
                    (one, _) -> one));
  }

  /** The edition of a row that was read from these. */
  PeriodEdition editionOf(Stored stored) {
    return Objects.requireNonNull(editions.get(new Key(stored.editionId(), stored.periodId())));
  }
}
