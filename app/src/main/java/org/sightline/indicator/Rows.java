package org.sightline.indicator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.indicator.ObservationStore.Asked;
import org.sightline.indicator.ObservationStore.Stored;

/** Rows that were read together, told apart by what they were read for. */
final class Rows {
  private record Key(int indicatorId, String breakdown) {}

  private record Place(int editionId, int periodId) {}

  /** A row and the edition of it that was chosen. */
  record Row(Stored stored, PeriodEdition edition) {}

  private final Map<Key, List<Stored>> rows;

  Rows(Collection<Stored> stored) {
    rows =
        stored.stream()
            .collect(Collectors.groupingBy(row -> new Key(row.indicatorId(), row.breakdown())));
  }

  /** What is to be asked for the rows of an indicator in some editions. */
  static Stream<Asked> ask(int indicatorId, List<PeriodEdition> editions, Breakdown breakdown) {
    return editions.stream()
        .map(
            edition ->
                new Asked(
                    indicatorId, edition.period().id(), edition.editionId(), breakdown.code()));
  }

  /** The rows of an indicator in some editions, each with its edition. */
  List<Row> of(int indicatorId, List<PeriodEdition> editions, Breakdown breakdown) {
    Map<Place, PeriodEdition> chosen = editionsByPlace(editions);
    return rows.getOrDefault(new Key(indicatorId, breakdown.code()), List.of()).stream()
        .flatMap(
            stored ->
                Stream.ofNullable(chosen.get(new Place(stored.editionId(), stored.periodId())))
                    .map(edition -> new Row(stored, edition)))
        .toList();
  }

  private static Map<Place, PeriodEdition> editionsByPlace(List<PeriodEdition> editions) {
    return editions.stream()
        .collect(
            Collectors.toMap(
                edition -> new Place(edition.editionId(), edition.period().id()),
                Function.identity(),
                (one, _) -> one));
  }
}
