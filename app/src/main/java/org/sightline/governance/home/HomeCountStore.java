package org.sightline.governance.home;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.governance.StatedDay;
import org.sightline.governance.Visibility;
import org.sightline.tenancy.Dataset;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.SharedRecords;
import org.sightline.tenancy.Sql;

/** Counts of homes as councils gave them out, from PostgreSQL. */
@Singleton
class HomeCountStore {
  private static final String COUNTS = Sql.beside(HomeCountStore.class, "counts.sql");
  private static final String GIVE_OUT = Sql.beside(HomeCountStore.class, "give-out-counts.sql");

  private final Connection connection;

  /** One line of a council's counts. */
  private record Line(
      int councilKey,
      StatedDay asAt,
      Visibility visibility,
      String source,
      ChildrensHomeCounts.@Nullable Count graded,
      int homes) {}

  HomeCountStore(Connection connection) {
    this.connection = connection;
  }

  /** What each council gave out last by a day, in the order of their keys. */
  List<ChildrensHomeCounts> list(Collection<Integer> councilKeys, LocalDate at) {
    Map<Integer, List<Line>> lines =
        Sql.list(
                connection,
                COUNTS,
                SharedRecords.of(Dataset.INSPECTIONS, HomeCountStore::line),
                councilKeys,
                at)
            .stream()
            .collect(
                Collectors.groupingBy(Line::councilKey, LinkedHashMap::new, Collectors.toList()));
    return lines.values().stream().map(HomeCountStore::counts).toList();
  }

  /** Replaces what was given out for the day before. */
  void giveOut(Member member, ChildrensHomeCounts counts) {
    List<@Nullable String> grades = new ArrayList<>();
    List<Integer> homes = new ArrayList<>();
    for (ChildrensHomeCounts.Count count : counts.byGrade()) {
      grades.add(count.gradeCode());
      homes.add(count.homes());
    }
    grades.add(null);
    homes.add(counts.notYetInspected());
    int _ =
        Sql.execute(
            connection,
            GIVE_OUT,
            member.organisationId(),
            counts.councilKey(),
            counts.visibility().accessClass().name(),
            counts.visibility().embargoedUntil(),
            counts.asAt().first(),
            counts.asAt().precision().name(),
            counts.source(),
            grades,
            homes);
  }

  private static Line line(ResultSet row) throws SQLException {
    @Nullable String grade = row.getString("grade_code");
    int homes = row.getInt("homes");
    return new Line(
        row.getInt("council_id"),
        StatedDay.read(row, "as_at", "precision").orElseThrow(),
        Visibility.read(row),
        row.getString("source"),
        grade == null
            ? null
            : new ChildrensHomeCounts.Count(grade, row.getString("grade_name"), homes),
        homes);
  }

  private static ChildrensHomeCounts counts(List<Line> lines) {
    Line first = lines.getFirst();
    return new ChildrensHomeCounts(
        first.councilKey(),
        first.asAt(),
        lines.stream().map(Line::graded).filter(Objects::nonNull).toList(),
        lines.stream().filter(line -> line.graded() == null).mapToInt(Line::homes).sum(),
        first.visibility(),
        first.source());
  }
}
