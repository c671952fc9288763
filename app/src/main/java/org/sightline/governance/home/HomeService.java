package org.sightline.governance.home;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.council.Council;
import org.sightline.graphql.Arguments;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;

/** The own council's homes, and the counts of homes in the viewer's sight. */
@Singleton
class HomeService {
  private final HomeStore store;
  private final HomeCountStore counts;

  HomeService(HomeStore store, HomeCountStore counts) {
    this.store = store;
    this.counts = counts;
  }

  /** By name; none for an organisation that has none. */
  List<ChildrensHome> list(boolean withClosed) {
    Member _ = BoundViewer.current().requireMember();
    return store.list().stream()
        .filter(home -> withClosed || home.isOpenOn(Arguments.today()))
        .toList();
  }

  /** Another organisation's are left out. */
  Map<Integer, ChildrensHome> byKey(Collection<Integer> keys) {
    return store.byKey(keys).stream()
        .collect(Collectors.toMap(ChildrensHome::key, Function.identity()));
  }

  /** Nothing for another organisation's. */
  Optional<ChildrensHome> find(int key) {
    return store.find(key);
  }

  /** What is recorded by home, the latest first. */
  Map<Integer, List<ChildrensHomeGrade>> grades(Collection<Integer> homeKeys) {
    return store.grades(homeKeys).stream()
        .collect(Collectors.groupingBy(ChildrensHomeGrade::homeKey));
  }

  /** What each council gave out last by a day, by the councils' names. */
  List<ChildrensHomeCounts> counts(List<Council> councils, LocalDate at) {
    Map<Integer, String> names =
        councils.stream().collect(Collectors.toMap(Council::key, Council::name));
    return counts.list(names.keySet(), at).stream()
        .sorted(Comparator.comparing(one -> names.getOrDefault(one.councilKey(), "")))
        .toList();
  }

  /** The latest of a home's, the latest first, that was known on a day. */
  static Optional<ChildrensHomeGrade> latest(List<ChildrensHomeGrade> grades, LocalDate day) {
    return grades.stream().filter(grade -> !grade.asAt().first().isAfter(day)).findFirst();
  }
}
