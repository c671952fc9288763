package org.sightline.council;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;

/** Reads the schema's CouncilGroup, of which exactly one field is set. */
public final class GroupArgument {
  private GroupArgument() {}

  /**
   * The group that an argument asks for; null is all of England.
   *
   * @throws BadUserInput when {@code england} is false
   */
  public static CouncilGroup read(@Nullable Map<String, Object> argument) {
    return read(argument, false);
  }

  /**
   * As above; null is every council made up for the demonstration where these are asked for.
   *
   * @param generated whether they are, null where nothing is said
   */
  @SuppressWarnings("unchecked")
  static CouncilGroup read(@Nullable Map<String, Object> argument, @Nullable Boolean generated) {
    if (argument == null) {
      return Boolean.TRUE.equals(generated)
          ? new CouncilGroup.Generated()
          : new CouncilGroup.England();
    }
    Map.Entry<String, Object> only = argument.entrySet().iterator().next();
    return switch (only.getKey()) {
      case "region" -> new CouncilGroup.InRegion((String) only.getValue());
      case "councils" -> new CouncilGroup.Named((List<String>) only.getValue());
      case "type" -> new CouncilGroup.OfType(CouncilType.valueOf((String) only.getValue()));
      case "neighboursOf" -> neighboursOf((Map<String, Object>) only.getValue());
      case "england" -> england((Boolean) only.getValue());
      default -> new CouncilGroup.Elsewhere(only.getKey(), only.getValue());
    };
  }

  private static CouncilGroup neighboursOf(Map<String, Object> argument) {
    return new CouncilGroup.NeighboursOf(
        String.valueOf(argument.get("council")),
        (String) argument.get("model"),
        Boolean.TRUE.equals(argument.get("includeCouncil")));
  }

  private static CouncilGroup england(boolean wanted) {
    if (!wanted) {
      throw new BadUserInput(
          "A group with england: false has no councils. Say england: true, or one of region,"
              + " neighboursOf, councils, type, attribute, protocol, regionalBody, saved.",
          "england");
    }
    return new CouncilGroup.England();
  }
}
