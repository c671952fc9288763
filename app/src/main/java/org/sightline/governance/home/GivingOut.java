package org.sightline.governance.home;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sightline.governance.OwnCouncil;
import org.sightline.governance.StatedDay;
import org.sightline.governance.Visibility;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Counts the own council's homes by grade and gives out the counts. */
@Singleton
class GivingOut {
  private final HomeStore homes;
  private final HomeCountStore counts;

  GivingOut(HomeStore homes, HomeCountStore counts) {
    this.homes = homes;
    this.counts = counts;
  }

  CountsPayload giveOut(Input input) {
    Member member = OwnCouncil.require(Role.DATA_OWNER);
    UserErrors errors = new UserErrors();
    StatedDay asAt = StatedDay.parse(input.required("asAt"));
    Visibility visibility = Visibility.read(input, member, errors);
    String source =
        WrittenText.read("source", input.text("source"), HomeChanges.LONGEST_SOURCE, errors);
    List<ChildrensHome> open =
        homes.list().stream().filter(home -> home.isOpenOn(asAt.last())).toList();
    List<Optional<String>> known = known(open, asAt, errors);
    if (!errors.isEmpty()) {
      return new CountsPayload(null, errors.list());
    }
    Map<String, Integer> byGrade = new HashMap<>();
    known.forEach(grade -> grade.ifPresent(code -> byGrade.merge(code, 1, Integer::sum)));
    List<ChildrensHomeCounts.Count> graded =
        homes.scale().stream()
            .map(
                grade ->
                    new ChildrensHomeCounts.Count(
                        grade.code(), grade.name(), byGrade.getOrDefault(grade.code(), 0)))
            .toList();
    ChildrensHomeCounts given =
        new ChildrensHomeCounts(
            OwnCouncil.key(member),
            asAt,
            graded,
            Math.toIntExact(known.stream().filter(Optional::isEmpty).count()),
            visibility,
            source);
    counts.giveOut(member, given);
    return new CountsPayload(given, List.of());
  }

  /** The grade of each home, nothing for one that had not been inspected yet. */
  private List<Optional<String>> known(
      List<ChildrensHome> open, StatedDay asAt, UserErrors errors) {
    errors.addIf(
        open.isEmpty(),
        "asAt",
        "NOTHING_RECORDED",
        "No home of your council is recorded as open in %s.".formatted(asAt.inWords()));
    Map<Integer, List<ChildrensHomeGrade>> grades =
        homes.grades(open.stream().map(ChildrensHome::key).toList()).stream()
            .collect(Collectors.groupingBy(ChildrensHomeGrade::homeKey));
    List<Optional<String>> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (ChildrensHome home : open) {
      Optional<ChildrensHomeGrade> latest =
          HomeService.latest(grades.getOrDefault(home.key(), List.of()), asAt.last());
      latest.ifPresentOrElse(
          grade -> known.add(Optional.ofNullable(grade.gradeCode())),
          () -> unknown.add(home.name()));
    }
    errors.addIf(
        !unknown.isEmpty(),
        "asAt",
        "NOTHING_RECORDED",
        "Nothing is recorded by then of %s: record a grade, or that it had not been inspected yet."
            .formatted(String.join(", ", unknown)));
    return known;
  }
}
