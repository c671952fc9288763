package org.sightline.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What councils are, with what a file adds. A value holds until the next begins, so a new one needs
 * no other to be ended; what contradicts is rejected, and nothing that stands is overwritten.
 */
final class AttributeLedger {
  private static final String WHOLE_ROW = "(whole row)";

  private final Map<Key, NavigableMap<LocalDate, AttributeStatement>> byKey = new HashMap<>();
  private final List<AttributeStatement> added = new ArrayList<>();
  private final List<AttributeStatement> ended = new ArrayList<>();
  private long alreadyThere;

  private record Key(int council, String attribute) {}

  AttributeLedger(Collection<AttributeStatement> standing) {
    standing.forEach(one -> of(one).put(one.from(), one));
  }

  /** What is new. */
  List<AttributeStatement> added() {
    return added;
  }

  /** What stood without a last day and has one now. */
  List<AttributeStatement> ended() {
    return ended;
  }

  /** How many statements said what stood already. */
  long alreadyThere() {
    return alreadyThere;
  }

  /**
   * Takes a statement.
   *
   * @throws RejectedRowException by rule {@code duplicate-row}, {@code contradicts} or {@code
   *     overlaps}
   */
  void take(AttributeStatement statement) {
    AttributeStatement known = of(statement).get(statement.from());
    if (known == null) {
      refuseOverlap(statement);
      of(statement).put(statement.from(), statement);
      added.add(statement);
    } else {
      meet(known, statement);
    }
  }

  private void meet(AttributeStatement known, AttributeStatement statement) {
    if (known.line() > 0) {
      throw new RejectedRowException(
          WHOLE_ROW,
          "duplicate-row",
          statement.value(),
          "Line %d says '%s' of the same council, attribute and day; the first counts."
              .formatted(known.line(), known.value()));
    }
    boolean isSameEnd = statement.to() == null || statement.to().equals(known.to());
    if (!known.value().equals(statement.value()) || !(isSameEnd || known.to() == null)) {
      throw new RejectedRowException(
          WHOLE_ROW,
          "contradicts",
          statement.value(),
          "From %s on '%s' stands%s, by %s. What stands is not overwritten: where it is wrong, have the definitions corrected."
              .formatted(
                  known.from(),
                  known.value(),
                  known.to() == null ? "" : " until " + known.to(),
                  known.source()));
    }
    if (isSameEnd) {
      alreadyThere++;
      return;
    }
    refuseOverlap(statement);
    AttributeStatement now = known.ending(statement);
    of(statement).put(now.from(), now);
    ended.add(now);
  }

  private void refuseOverlap(AttributeStatement statement) {
    Map.@Nullable Entry<LocalDate, AttributeStatement> before =
        of(statement).lowerEntry(statement.from());
    Map.@Nullable Entry<LocalDate, AttributeStatement> after =
        of(statement).higherEntry(statement.from());
    boolean reachesBack =
        before != null
            && before.getValue().to() != null
            && !Objects.requireNonNull(before.getValue().to()).isBefore(statement.from());
    boolean reachesOn =
        after != null && statement.to() != null && !statement.to().isBefore(after.getKey());
    if (reachesBack || reachesOn) {
      AttributeStatement other = Objects.requireNonNull(reachesBack ? before : after).getValue();
      throw new RejectedRowException(
          WHOLE_ROW,
          "overlaps",
          statement.value(),
          "The days overlap with '%s' from %s%s, by %s: a council has one value a day."
              .formatted(
                  other.value(),
                  other.from(),
                  other.to() == null ? "" : " to " + other.to(),
                  other.source()));
    }
  }

  private NavigableMap<LocalDate, AttributeStatement> of(AttributeStatement statement) {
    return byKey.computeIfAbsent(
        new Key(statement.councilId(), statement.attribute()), any -> new TreeMap<>());
  }
}
