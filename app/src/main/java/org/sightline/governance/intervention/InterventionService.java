package org.sightline.governance.intervention;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Council;

/** The interventions in the viewer's sight. */
@Singleton
public class InterventionService {
  private final InterventionStore store;

  InterventionService(InterventionStore store) {
    this.store = store;
  }

  /**
   * By council's name and then by their beginning.
   *
   * @param at a day on which they may have held, null for all
   * @param kinds null for all
   */
  List<Intervention> list(
      Collection<Council> councils, @Nullable LocalDate at, @Nullable Collection<String> kinds) {
    Map<Integer, Council> byKey =
        councils.stream().collect(Collectors.toMap(Council::key, Function.identity()));
    return store.list(byKey.keySet(), at, kinds).stream()
        .sorted(Comparator.comparing(one -> name(byKey, one)))
        .toList();
  }

  /** All of some councils, by council and beginning. */
  public List<Intervention> ofCouncils(Collection<Integer> councilKeys) {
    return store.list(councilKeys, null, null);
  }

  /** Those out of sight are left out. */
  Map<Integer, Intervention> byKey(Collection<Integer> keys) {
    return store.byKey(keys).stream()
        .collect(Collectors.toMap(Intervention::key, Function.identity()));
  }

  /** Nothing for one out of sight. */
  public Optional<Intervention> find(int key) {
    return store.find(key);
  }

  private static String name(Map<Integer, Council> councils, Intervention one) {
    Council council = councils.get(one.councilKey());
    return council == null ? "" : council.name();
  }
}
