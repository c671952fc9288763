package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.Cursor;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.inspection.InspectionStore.Place;
import org.sightline.inspection.framework.FrameworkService;
import org.sightline.inspection.framework.Frameworks;

/** The inspections in the viewer's sight. */
@Singleton
public class InspectionService {
  /** The root field of the list. */
  static final String LIST = "inspections";

  /** The newest first, those of no known day last. */
  static final Comparator<Inspection> NEWEST_FIRST =
      Comparator.comparing(
              Inspection::day, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(Inspection::key)
          .reversed();

  private final InspectionStore store;
  private final FrameworkService frameworks;

  InspectionService(InspectionStore store, FrameworkService frameworks) {
    this.store = store;
    this.frameworks = frameworks;
  }

  /** One page, the newest first. */
  Connection<Inspection> page(InspectionFilter filter, PageRequest page, Frameworks definitions) {
    @Nullable LocalDate before = page.after().map(cursor -> cursor.at().toLocalDate()).orElse(null);
    int beforeKey = page.after().map(Cursor::number).orElse(Integer.MAX_VALUE);
    List<Place> places = store.page(filter, before, beforeKey, page.toRead());
    Map<Integer, Inspection> found = byKey(places.stream().map(Place::key).toList(), definitions);
    return Connection.of(
        page,
        places,
        InspectionService::cursor,
        place -> Optional.ofNullable(found.get(place.key())),
        () -> store.count(filter));
  }

  /** Some inspections by key; those out of sight are left out. */
  public Map<Integer, Inspection> byKey(Collection<Integer> keys) {
    return byKey(keys, frameworks.all());
  }

  /** The inspection of a key, where it is in sight. */
  public Optional<Inspection> find(int key) {
    return Optional.ofNullable(byKey(List.of(key)).get(key));
  }

  /** Every inspection of some councils, the newest first, by the councils' keys. */
  public Map<Integer, List<Inspection>> ofCouncils(Collection<Integer> councilKeys) {
    return ofCouncils(councilKeys, frameworks.all());
  }

  Map<Integer, List<Inspection>> ofCouncils(
      Collection<Integer> councilKeys, Frameworks definitions) {
    return store.ofCouncils(councilKeys, definitions).stream()
        .sorted(NEWEST_FIRST)
        .collect(Collectors.groupingBy(Inspection::councilKey));
  }

  /**
   * A council's inspections without the grades that somebody has recorded as an own record under a
   * framework under which official ones are in sight: the body publishes its grades.
   *
   * @param history in any order, which is kept
   */
  static List<Inspection> officialFirst(List<Inspection> history) {
    Set<String> official =
        history.stream()
            .filter(one -> one.isGraded() && !one.isOwned())
            .map(one -> one.framework().code())
            .collect(Collectors.toSet());
    return history.stream()
        .filter(
            one -> !one.isOwned() || !one.isGraded() || !official.contains(one.framework().code()))
        .toList();
  }

  private Map<Integer, Inspection> byKey(Collection<Integer> keys, Frameworks definitions) {
    return keys.isEmpty()
        ? Map.of()
        : store.byKey(keys, definitions).stream()
            .collect(Collectors.toMap(Inspection::key, Function.identity()));
  }

  private static Cursor cursor(Place place) {
    return new Cursor(
        LIST, place.day().atStartOfDay().atOffset(ZoneOffset.UTC), String.valueOf(place.key()));
  }
}
