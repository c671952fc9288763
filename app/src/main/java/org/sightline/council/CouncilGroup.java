package org.sightline.council;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group of councils, as it is asked for. */
public sealed interface CouncilGroup {
  /** Every council of England. */
  record England() implements CouncilGroup {}

  /** Every council that was made up for the demonstration. */
  record Generated() implements CouncilGroup {}

  /**
   * The councils of a region.
   *
   * @param region an ONS code or a name
   */
  record InRegion(String region) implements CouncilGroup {}

  /**
   * A council's statistical neighbours.
   *
   * @param model the model's code, or null for the newest
   */
  record NeighboursOf(String council, @Nullable String model, boolean includeCouncil)
      implements CouncilGroup {}

  /** Councils by code. */
  record Named(List<String> codes) implements CouncilGroup {}

  /** Councils by the keys of their areas, which stay when codes change: who a group once was. */
  record Pinned(List<Integer> keys) implements CouncilGroup {}

  /** Every council of one type. */
  record OfType(CouncilType type) implements CouncilGroup {}

  /**
   * A group whose members another room knows, as its {@link GroupSource} says.
   *
   * @param field of the schema's CouncilGroup
   * @param asked the field's value
   */
  record Elsewhere(String field, Object asked) implements CouncilGroup {}
}
