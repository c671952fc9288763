package org.sightline.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.KnownFrameworks.Version;

/**
 * Gives accounts that speak of one inspection one id, and reads their grades under the version of
 * the framework that held on its first day.
 *
 * @param reasons the texts by which the source of a mapping says why there is no grade
 */
record InspectionSettling(
    KnownFrameworks frameworks, Function<String, Map<String, String>> reasons) {
  private static final String NOT_STATED = "NOT_STATED";

  /** The better believed first, and of two alike the one published later. */
  private static final Comparator<StatedInspection> BELIEVED =
      Comparator.comparingInt((StatedInspection one) -> one.source().precedence())
          .thenComparing(
              one -> one.source().publishedOn(),
              Comparator.nullsLast(Comparator.<LocalDate>naturalOrder().reversed()))
          .thenComparing(one -> one.source().code());

  /**
   * The accounts as they are to stand.
   *
   * @param newIds gives so many ids
   */
  List<StatedInspection> settle(
      List<Set<StatedInspection>> inspections, IntFunction<List<Integer>> newIds) {
    Map<Set<StatedInspection>, Integer> ids = standingIds(inspections);
    List<Set<StatedInspection>> added =
        inspections.stream().filter(one -> !ids.containsKey(one)).toList();
    List<Integer> fresh = newIds.apply(added.size());
    for (int i = 0; i < added.size(); i++) {
      ids.put(added.get(i), fresh.get(i));
    }
    List<StatedInspection> settled = new ArrayList<>();
    ids.forEach((accounts, id) -> settle(accounts, id, settled));
    return settled;
  }

  /**
   * An inspection keeps its id; where accounts of several came together, that of those that may not
   * be moved, or else of the most.
   */
  private static Map<Set<StatedInspection>, Integer> standingIds(
      List<Set<StatedInspection>> inspections) {
    record Claim(Set<StatedInspection> accounts, int id, boolean isKept, int count) {}
    List<Claim> claims = new ArrayList<>();
    for (Set<StatedInspection> accounts : inspections) {
      Map<Integer, Integer> counts = new HashMap<>();
      accounts.stream()
          .map(StatedInspection::inspectionId)
          .filter(Objects::nonNull)
          .forEach(id -> counts.merge(Objects.requireNonNull(id), 1, Integer::sum));
      counts.forEach(
          (id, count) -> claims.add(new Claim(accounts, id, isKeptAt(accounts, id), count)));
    }
    claims.sort(
        Comparator.comparing(Claim::isKept)
            .thenComparingInt(Claim::count)
            .reversed()
            .thenComparingInt(Claim::id));
    Map<Set<StatedInspection>, Integer> ids = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Claim claim : claims) {
      if (!ids.containsKey(claim.accounts()) && taken.add(claim.id())) {
        ids.put(claim.accounts(), claim.id());
      }
    }
    return ids;
  }

  private static boolean isKeptAt(Collection<StatedInspection> accounts, int id) {
    return accounts.stream()
        .anyMatch(one -> one.isKept() && Objects.equals(one.inspectionId(), id));
  }

  private void settle(
      Collection<StatedInspection> accounts, int id, Collection<StatedInspection> into) {
    accounts.stream().filter(StatedInspection::isKept).forEach(into::add);
    List<StatedInspection> told = accounts.stream().filter(one -> !one.isKept()).toList();
    if (told.isEmpty()) {
      return;
    }
    StatedInspection first = told.getFirst();
    Version version = frameworks.versionOn(first.framework(), day(accounts));
    told.forEach(one -> into.add(one.settled(id, judged(one, version))));
  }

  /** Its first day as the best source has it, or the day of publication where none has one. */
  private static LocalDate day(Collection<StatedInspection> accounts) {
    List<StatedInspection> believed = accounts.stream().sorted(BELIEVED).toList();
    @Nullable LocalDate firstDay = first(believed, StatedInspection::firstDay);
    return firstDay == null
        ? Objects.requireNonNull(first(believed, StatedInspection::publishedOn))
        : firstDay;
  }

  private static @Nullable LocalDate first(
      List<StatedInspection> believed, Function<StatedInspection, @Nullable LocalDate> of) {
    for (StatedInspection one : believed) {
      @Nullable LocalDate day = of.apply(one);
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  private Map<String, Verdict> judged(StatedInspection account, Version version) {
    SortedMap<String, Verdict> judged = new TreeMap<>();
    account
        .verdicts()
        .forEach(
            (area, verdict) -> {
              String meant = frameworks.meant(account.framework(), version, area);
              String own = account.verdicts().containsKey(meant) ? area : meant;
              judged.put(
                  own, verdict.grade() == null ? why(account, version, own, verdict) : verdict);
            });
    return judged;
  }

  private Verdict why(StatedInspection account, Version version, String area, Verdict verdict) {
    return frameworks
        .whyNone(account.framework(), version, area)
        .map(reason -> Verdict.missing(reason, verdict.statedAs()))
        .orElseGet(() -> Verdict.missing(ownReason(account, verdict), verdict.statedAs()));
  }

  private String ownReason(StatedInspection account, Verdict verdict) {
    @Nullable String mapping = account.source().mapping();
    return mapping == null || verdict.statedAs() == null
        ? NOT_STATED
        : reasons.apply(mapping).getOrDefault(verdict.statedAs(), NOT_STATED);
  }
}
