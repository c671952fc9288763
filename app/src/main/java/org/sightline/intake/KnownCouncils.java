package org.sightline.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The real councils by everything that a file may call them: code, then name, word for word. A name
 * that is only alike is nothing.
 */
final class KnownCouncils {
  /** Where the list of councils begins; what is older has no known first day. */
  private static final LocalDate LIST_BEGINS = LocalDate.of(2009, 1, 1);

  /**
   * One name of one council.
   *
   * @param isDated whether the name can be another council's on other days
   * @param from the first day of the name
   * @param to the last day of the name, null while it holds
   * @param council what is called so
   */
  record Called(
      String name, boolean isDated, LocalDate from, @Nullable LocalDate to, KnownCouncil council) {
    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }

  /** A council and its days; {@code to} is the last one, null while it exists. */
  record KnownCouncil(int id, String name, LocalDate from, @Nullable LocalDate to) {}

  private final Map<String, List<Called>> byName = new HashMap<>();

  KnownCouncils(Collection<Called> names) {
    names.forEach(
        one -> byName.computeIfAbsent(fold(one.name()), any -> new ArrayList<>()).add(one));
  }

  /**
   * The council that is called so on a day.
   *
   * @param column where the file calls it so
   * @throws RejectedRowException by rule {@code unknown-council} or {@code outside-its-life}
   */
  int get(String column, String text, LocalDate day) {
    List<Called> called = byName.getOrDefault(fold(text), List.of());
    Set<KnownCouncil> found = new HashSet<>();
    called.stream()
        .filter(one -> !one.isDated() || one.holdsOn(day))
        .forEach(one -> found.add(one.council()));
    if (found.size() != 1) {
      throw new RejectedRowException(
          column,
          "unknown-council",
          text,
          "No one council of England is called '%s' on %s. A council is named by its ONS code (E06000010), its DfE number (810), or its name or another known spelling word for word; nothing is guessed."
              .formatted(text, day));
    }
    KnownCouncil council = found.iterator().next();
    requireAlive(column, text, day, council);
    return council.id();
  }

  private static void requireAlive(
      String column, String text, LocalDate day, KnownCouncil council) {
    boolean isBefore = day.isBefore(council.from()) && !council.from().equals(LIST_BEGINS);
    boolean isAfter = council.to() != null && day.isAfter(Objects.requireNonNull(council.to()));
    if (isBefore || isAfter) {
      throw new RejectedRowException(
          column,
          "outside-its-life",
          text,
          "%s has existed from %s%s: nothing counts for it from %s."
              .formatted(
                  council.name(),
                  council.from(),
                  council.to() == null ? "" : " to " + council.to(),
                  day));
    }
  }

  private static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
