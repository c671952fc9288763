package org.sightline.council;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.cost.KnownSizes;

/**
 * How many councils each region and each type has, as the areas that were read last say: whoever
 * asks for a group is charged for those in it.
 */
@Singleton
final class CouncilGroupSizes implements KnownSizes {
  private static final String INPUT = "CouncilGroup";

  private volatile Map<String, Long> regions = Map.of();
  private volatile Map<String, Long> types = Map.of();

  @Override
  public OptionalLong chosen(String input, String field, Object value) {
    if (!input.equals(INPUT)) {
      return OptionalLong.empty();
    }
    return switch (field) {
      case "region" -> size(regions.get(spelled(value.toString())));
      case "type" -> size(types.get(value.toString()));
      default -> OptionalLong.empty();
    };
  }

  /** Counts the councils of areas that were just read, those that are no more among them. */
  void learn(Areas areas) {
    Map<String, Long> byRegion = new HashMap<>();
    Map<String, Long> byType = new HashMap<>();
    for (boolean generated : List.of(false, true)) {
      Collection<Council> councils = areas.councils(generated);
      areas.regions(generated).forEach(region -> count(region, areas, councils, byRegion));
    }
    areas.councils().forEach(council -> byType.merge(council.type().name(), 1L, Long::sum));
    regions = Map.copyOf(byRegion);
    types = Map.copyOf(byType);
  }

  private static void count(
      Region region, Areas areas, Collection<Council> councils, Map<String, Long> byRegion) {
    long count = councils.stream().filter(council -> areas.liesIn(council, region)).count();
    byRegion.put(spelled(region.code()), count);
    byRegion.put(spelled(region.name()), count);
  }

  private static OptionalLong size(@Nullable Long known) {
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }

  private static String spelled(String codeOrName) {
    return codeOrName.toLowerCase(Locale.ROOT);
  }
}
