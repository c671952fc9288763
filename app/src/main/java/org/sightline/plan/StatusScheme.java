package org.sightline.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statuses that a plan's actions can have.
 *
 * @param ownerKey the organisation that defined it, null for those that everybody can use
 * @param source where it is described
 * @param statuses in their order
 */
public record StatusScheme(
    int key,
    @Nullable Integer ownerKey,
    String code,
    String name,
    String source,
    List<Status> statuses) {
  public StatusScheme {
    statuses = List.copyOf(statuses);
  }

  /** The status of a code; nothing where the scheme has none of it, or nothing is stated. */
  public Optional<Status> status(@Nullable String code) {
    return statuses.stream().filter(one -> one.code().equals(code)).findFirst();
  }
}
