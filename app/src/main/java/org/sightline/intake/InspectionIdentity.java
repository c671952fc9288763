package org.sightline.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts speak of one inspection. It goes by the accounts alone and not by the order in
 * which they came, so that files imported in any order give the same inspections.
 *
 * <p>Nearest first, accounts of different sources are put together: those of the same day, then
 * those no further apart than the framework allows, where no other is as near. One source never
 * tells of one inspection twice. What no mapping reads stays together and apart as it stands.
 */
final class InspectionIdentity {
  private static final Comparator<StatedInspection> ORDER =
      Comparator.comparing((StatedInspection one) -> one.source().code())
          .thenComparing(StatedInspection::day, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(
              StatedInspection::publishedOn,
              Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(one -> String.valueOf(one.type()));

  private final KnownFrameworks frameworks;

  InspectionIdentity(KnownFrameworks frameworks) {
    this.frameworks = frameworks;
  }

  private record Pair(Set<StatedInspection> one, Set<StatedInspection> other, long days) {}

  /** The accounts, those of one inspection together. */
  List<Set<StatedInspection>> together(Collection<StatedInspection> accounts) {
    Map<List<Object>, List<StatedInspection>> alike =
        accounts.stream()
            .sorted(ORDER)
            .collect(
                Collectors.groupingBy(one -> List.<Object>of(one.councilId(), one.framework())));
    return alike.values().stream().flatMap(some -> ofOneCouncil(some).stream()).toList();
  }

  private List<Set<StatedInspection>> ofOneCouncil(List<StatedInspection> accounts) {
    List<Set<StatedInspection>> found = new ArrayList<>();
    Map<Integer, Set<StatedInspection>> kept = new LinkedHashMap<>();
    for (StatedInspection one : accounts) {
      if (one.isKept()) {
        kept.computeIfAbsent(Objects.requireNonNull(one.inspectionId()), _ -> new HashSet<>())
            .add(one);
      } else {
        found.add(new HashSet<>(Set.of(one)));
      }
    }
    found.addAll(kept.values());
    for (@Nullable Pair nearest = nearest(found); nearest != null; nearest = nearest(found)) {
      found.remove(nearest.other());
      found.remove(nearest.one());
      nearest.one().addAll(nearest.other());
      found.add(nearest.one());
    }
    return found;
  }

  /** The two that lie nearest to each other and are as near to no third; null where none are. */
  private @Nullable Pair nearest(List<Set<StatedInspection>> found) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      for (int j = i + 1; j < found.size(); j++) {
        OptionalLong days = days(found.get(i), found.get(j));
        if (days.isPresent()) {
          pairs.add(new Pair(found.get(i), found.get(j), days.getAsLong()));
        }
      }
    }
    return pairs.stream()
        .filter(pair -> pairs.stream().noneMatch(other -> isAsNear(other, pair)))
        .min(Comparator.comparingLong(Pair::days))
        .orElse(null);
  }

  /** Whether another pair leaves it open with which of two an inspection belongs. */
  private boolean isAsNear(Pair other, Pair pair) {
    if (other.equals(pair) || other.days() > pair.days()) {
      return false;
    }
    boolean shares =
        other.one().equals(pair.one())
            || other.one().equals(pair.other())
            || other.other().equals(pair.one())
            || other.other().equals(pair.other());
    return shares && !allMayBeOne(other, pair);
  }

  /** Whether all of two pairs go together anyway, so that it does not matter which is first. */
  private boolean allMayBeOne(Pair one, Pair other) {
    Set<StatedInspection> all = new HashSet<>(one.one());
    all.addAll(one.other());
    Set<StatedInspection> rest = new HashSet<>(other.one());
    rest.addAll(other.other());
    return all.stream()
        .allMatch(
            account ->
                rest.stream().allMatch(that -> account.equals(that) || mayBeOne(account, that)));
  }

  /** The fewest days between the two where every account of one may be every one of the other. */
  private OptionalLong days(Set<StatedInspection> one, Set<StatedInspection> other) {
    boolean may =
        one.stream().allMatch(account -> other.stream().allMatch(that -> mayBeOne(account, that)));
    return may
        ? one.stream()
            .flatMap(account -> other.stream().map(account::daysFrom))
            .flatMapToLong(OptionalLong::stream)
            .min()
        : OptionalLong.empty();
  }

  private boolean mayBeOne(StatedInspection one, StatedInspection other) {
    if (one.isKept() && other.isKept()) {
      return Objects.equals(one.inspectionId(), other.inspectionId());
    }
    OptionalLong days = one.daysFrom(other);
    int most = frameworks.sameWithinDays().getOrDefault(one.framework(), 0);
    return !one.source().code().equals(other.source().code())
        && frameworks.mayBeOne(one.type(), other.type())
        && (days.isEmpty() || days.getAsLong() <= most);
  }
}
