package org.sightline.council;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.Suggestions;

/** Areas: by key, by any code they have ever had, with what belongs to them. */
@Singleton
public class AreaService {
  private static final int SUGGESTIONS = 3;

  private final AreaStore store;
  private final CouncilGroupSizes sizes;

  AreaService(AreaStore store, CouncilGroupSizes sizes) {
    this.store = store;
    this.sizes = sizes;
  }

  /** All areas, in one statement. */
  public Areas all() {
    Areas areas = store.all();
    sizes.learn(areas);
    return areas;
  }

  /**
   * The council that has a code, or had it last.
   *
   * @param code an ONS code or a DfE number
   * @throws BadUserInput when no council has ever had the code; the message names the nearest
   */
  public Council getByCode(Areas areas, String code) {
    return listByCodes(areas, List.of(code)).getFirst();
  }

  /**
   * The councils of some codes, in their order, each once.
   *
   * @throws BadUserInput when no council has ever had one of the codes
   */
  public List<Council> listByCodes(Areas areas, Collection<String> codes) {
    Map<String, Integer> keys = store.councilKeysByCode(codes);
    codes.stream()
        .filter(code -> !keys.containsKey(code))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw unknownCode(areas, unknown);
            });
    return codes.stream()
        .map(code -> Objects.requireNonNull(keys.get(code)))
        .distinct()
        .map(areas::council)
        .toList();
  }

  /** Every code that some areas have had, the newest first, by the areas' keys. */
  public Map<Integer, List<DatedCode>> codes(Collection<Integer> areaKeys) {
    return store.codes(areaKeys);
  }

  /** Other spellings of some areas' names, by the areas' keys. */
  public Map<Integer, List<String>> aliases(Collection<Integer> areaKeys) {
    return store.aliases(areaKeys);
  }

  /** The keys of the councils before some councils, by the latter's keys. */
  public Map<Integer, Set<Integer>> predecessors(Collection<Integer> councilKeys) {
    return store.successions(councilKeys).stream()
        .collect(
            Collectors.groupingBy(
                Succession::successorKey,
                Collectors.mapping(Succession::predecessorKey, Collectors.toSet())));
  }

  /** The keys of the councils after some councils, by the former's keys. */
  public Map<Integer, Set<Integer>> successors(Collection<Integer> councilKeys) {
    return store.successions(councilKeys).stream()
        .collect(
            Collectors.groupingBy(
                Succession::predecessorKey,
                Collectors.mapping(Succession::successorKey, Collectors.toSet())));
  }

  private static BadUserInput unknownCode(Areas areas, String code) {
    Map<String, String> names =
        areas.councils(code.startsWith("X")).stream()
            .flatMap(
                council ->
                    Stream.of(
                        Map.entry(council.code(), council.name()),
                        Map.entry(council.dfeNumber(), council.name())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    String nearest =
        Suggestions.nearest(code, names.keySet(), SUGGESTIONS).stream()
            .map(known -> "%s (%s)".formatted(known, names.get(known)))
            .collect(Collectors.joining(", "));
    return new BadUserInput(
        ("No council has the code '%s'. Allowed are ONS codes such as E06000010 and DfE numbers"
                + " such as 810; { councils { code dfeNumber name } } lists them.%s")
            .formatted(code, nearest.isEmpty() ? "" : " Nearest: " + nearest + "."));
  }
}
