package org.sightline.observation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sightline.graphql.operation.Observed;

/**
 * Names of operations as labels. Callers choose them, and each new one would be a series that is
 * kept for good: the first hundred of members have their own, all others share one.
 */
final class KnownNames {
  private static final int MOST = 100;

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  String of(Observed observed) {
    return observed.name().map(name -> of(name, observed.member() != null)).orElse("unnamed");
  }

  private String of(String name, boolean isOfMember) {
    boolean isKnown =
        known.contains(name) || (isOfMember && known.size() < MOST && known.add(name));
    return isKnown ? name : "other";
  }
}
