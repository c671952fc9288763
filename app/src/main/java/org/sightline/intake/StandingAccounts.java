package org.sightline.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a new file of a source does to the accounts that stand: it takes the place of those that it
 * tells anew, and leaves the others.
 *
 * @param source the code of the source whose file has come
 */
record StandingAccounts(KnownFrameworks frameworks, String source) {
  /** All accounts, those of the file in the place of the source's earlier ones. */
  List<StatedInspection> with(List<StatedInspection> standing, List<StatedInspection> given) {
    List<StatedInspection> all = new ArrayList<>();
    Map<StatedInspection.Key, StatedInspection> own = new HashMap<>();
    for (StatedInspection one : standing) {
      if (!one.source().code().equals(source)) {
        all.add(one);
      } else {
        own.put(one.key(), one);
      }
    }
    List<StatedInspection> unmet = new ArrayList<>();
    for (StatedInspection one : given) {
      Optional.ofNullable(own.remove(one.key()))
          .ifPresentOrElse(same -> all.add(one.inPlaceOf(same)), () -> unmet.add(one));
    }
    for (StatedInspection one : unmet) {
      Optional<StatedInspection> corrected = nearest(one, own);
      corrected.ifPresent(same -> own.remove(same.key()));
      all.add(corrected.map(one::inPlaceOf).orElse(one));
    }
    all.addAll(own.values());
    return all;
  }

  /** A correction may move a day or the type. */
  private Optional<StatedInspection> nearest(
      StatedInspection given, Map<StatedInspection.Key, StatedInspection> own) {
    int most = frameworks.sameWithinDays().getOrDefault(given.framework(), 0);
    return own.values().stream()
        .filter(given::isAlike)
        .filter(one -> frameworks.mayBeOne(one.type(), given.type()))
        .filter(one -> days(one, given) <= most)
        .min(
            Comparator.comparingLong((StatedInspection one) -> days(one, given))
                .thenComparing(one -> String.valueOf(one.day())));
  }

  private static long days(StatedInspection one, StatedInspection other) {
    OptionalLong days = one.daysFrom(other);
    return days.orElse(Long.MAX_VALUE);
  }
}
