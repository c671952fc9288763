package org.sightline.council;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Councils that publish one figure together: an area of its own, ranked once.
 *
 * @param memberKeys the keys of its councils, two or more
 */
public record JointReturn(
    int key,
    String name,
    String code,
    int regionKey,
    Set<Integer> memberKeys,
    LocalDate existsFrom,
    @Nullable LocalDate existsTo)
    implements Area {
  public JointReturn {
    memberKeys = Set.copyOf(memberKeys);
    if (memberKeys.size() < 2) {
      throw new IllegalArgumentException("A joint return has two councils or more: " + name);
    }
  }
}
