package org.sightline.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.soak.Instance;

/**
 * What questions cost with a year, three and ten years of all England's data, with one instance and
 * with two. Prints tables; docs/guides/scale.md has them as they were printed last.
 */
@Tag("soak")
final class ScaleTest {
  /** Fewer where somebody has less time: -Dsightline.scale.years=1,3. */
  private static final List<Integer> YEARS =
      Pattern.compile(",")
          .splitAsStream(System.getProperty("sightline.scale.years", "1,3,10"))
          .map(Integer::valueOf)
          .toList();

  private static final Duration WARMING = Duration.ofSeconds(30);

  private final Questions questions = new Questions();
  private final Report report = new Report();
  private final Map<Integer, List<Cost>> costs = new TreeMap<>();

  @Test
  void questionsWhoseAnswerStaysTheSameCostTheSame() throws SQLException {
    try (ScaleWorld world = new ScaleWorld();
        Statements statements = new Statements(world.forAdministrator())) {
      long postmaster = postmaster(statements);
      for (int years : YEARS) {
        world.growTo(years);
        questions.forget();
        boolean isFirst = years == YEARS.getFirst();
        if (isFirst) {
          world.start();
        }
        measure(world, statements, postmaster, years, isFirst);
      }
      printGrowth();
      System.out.println(report.text());
      check();
    }
  }

  private void measure(
      ScaleWorld world, Statements statements, long postmaster, int years, boolean isFirst)
      throws SQLException {
    try (Asker one = new Asker(List.of(world.first()), world::token);
        Asker two = new Asker(List.of(world.first(), world.second()), world::token)) {
      Measurement alone = new Measurement(List.of(world.first()), one, statements, postmaster);
      Measurement both =
          new Measurement(List.of(world.first(), world.second()), two, statements, postmaster);
      if (isFirst) {
        warm(two);
      }
      costs.put(years, costs(alone, statements, years + " years, one instance"));
      if (isFirst) {
        compare(costs(both, statements, "two instances"));
        crowds(one, alone, two, both);
        memory(world, postmaster);
      }
    }
    sizes(world, statements, years);
  }

  private void warm(Asker asker) {
    Report.say("warming");
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < WARMING.toNanos()) {
      for (Question question : questions.all()) {
        JsonNode _ = question.ask().apply(asker);
      }
    }
  }

  private List<Cost> costs(Measurement measurement, Statements statements, String where) {
    List<Cost> measured = new ArrayList<>();
    for (Question question : questions.all()) {
      Cost cost = measurement.of(question);
      measured.add(cost);
      Report.say(
          "%s: %s: %d times, app %.1f ms, database %.1f ms, %.0f statements, %,.0f pages, %,.0f rows"
              .formatted(
                  where,
                  question.name(),
                  cost.asked(),
                  cost.app(),
                  cost.database(),
                  cost.statements(),
                  cost.buffers(),
                  cost.rows()));
      statements.dearest(3).forEach(row -> System.out.println("    " + String.join(" | ", row)));
    }
    return measured;
  }

  private void compare(List<Cost> withTwo) {
    List<Cost> withOne = costs.getOrDefault(YEARS.getFirst(), List.of());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < withOne.size(); i++) {
      Cost one = withOne.get(i);
      Cost two = withTwo.get(i);
      rows.add(
          List.of(
              one.question().name(),
              Report.number(one.app()),
              Report.number(one.database()),
              Report.number(one.held()),
              Report.number(one.statements()),
              Report.number(two.app()),
              Report.number(two.database()),
              Report.ratio(two.both(), one.both())));
      assertThat(two.statements())
          .as("statements of " + one.question().name() + " with two instances")
          .isCloseTo(one.statements(), org.assertj.core.data.Percentage.withPercentage(10));
    }
    report.table(
        "Milliseconds of the processor's time a question, one year's data",
        List.of(
            "question",
            "app",
            "database",
            "connection held, as the clock goes",
            "statements",
            "app, two instances",
            "database, two instances",
            "two to one"),
        rows);
  }

  private void crowds(Asker one, Measurement alone, Asker two, Measurement both) {
    List<Question> read =
        questions.all().stream()
            .filter(question -> !question.name().matches("(upload|change) .*"))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    Crowd.Result base = Crowd.of(1, read, one, alone);
    for (int clients : List.of(1, 2, 4, 8)) {
      for (boolean isOne : List.of(true, false)) {
        Crowd.Result result = Crowd.of(clients, read, isOne ? one : two, isOne ? alone : both);
        Report.say(result.toString());
        rows.add(
            List.of(
                Integer.toString(clients),
                isOne ? "1" : "2",
                Report.ratio(result.perSecond(), base.perSecond()),
                Report.ratio(result.p50(), base.p50()),
                Report.ratio(result.p95(), base.p95()),
                Report.number(result.app()),
                Report.number(result.database())));
      }
    }
    report.table(
        "All kinds of questions by turns, as ratios to one client of one instance",
        List.of(
            "clients", "instances", "questions a second", "p50", "p95", "app, ms", "database, ms"),
        rows);
  }

  private void memory(ScaleWorld world, long postmaster) {
    double resident = Processes.residentKibibytes(world.first().pid()) / 1_024.0;
    double live = Upkeep.liveMebibytes(world.first());
    report.table(
        "Mebibytes after that",
        List.of(
            "an instance, resident",
            "its heap after a collection",
            "a connection's backend, its own"),
        List.of(
            List.of(
                Report.number(resident),
                Report.number(live),
                "%.1f".formatted(Processes.kibibytesOfABackend(postmaster) / 1_024))));
    assertThat(live).isLessThan(400);
  }

  private void sizes(ScaleWorld world, Statements statements, int years) throws SQLException {
    report.table(
        "Sizes after " + years + " years",
        List.of("what", "how many", "MiB with indexes", "bytes each"),
        Sizes.rows(statements));
    List<Double> backup = Upkeep.backup(world.database());
    report.table(
        "Backup after " + years + " years",
        List.of(
            "database, MiB",
            "rows as texts, MiB",
            "packed, MiB",
            "server, s of processor",
            "reader, s of processor"),
        List.of(
            Stream.concat(Stream.of(Sizes.bytes(statements) / 1_048_576), backup.stream())
                .map(Report::number)
                .toList()));
    report.table(
        "Migration after " + years + " years",
        List.of("step", "s"),
        Upkeep.migration(world.database()));
    Instance.pause(Duration.ofMillis(100));
  }

  private void printGrowth() {
    List<List<String>> rows = new ArrayList<>();
    List<Cost> first = costs.getOrDefault(YEARS.getFirst(), List.of());
    for (int i = 0; i < first.size(); i++) {
      Cost base = first.get(i);
      List<String> row = new ArrayList<>(List.of(base.question().name()));
      for (int years : YEARS) {
        Cost cost = at(years, i);
        row.add(Report.number(cost.app()));
        row.add(Report.number(cost.database()));
        row.add("%,.0f".formatted(cost.buffers()));
      }
      Cost last = at(YEARS.getLast(), i);
      row.add(Report.ratio(last.buffers(), base.buffers()));
      row.add(Report.ratio(last.both(), base.both()));
      row.add(Report.ratio(last.wall(), base.wall()));
      rows.add(row);
    }
    List<String> head = new ArrayList<>(List.of("question"));
    for (int years : YEARS) {
      head.addAll(List.of(years + ": app", "database", "pages"));
    }
    head.addAll(List.of("pages, last to first", "processor", "p50"));
    report.table(
        "Growth with the years: milliseconds of the processor's time and pages looked at, a question",
        head,
        rows);
  }

  private Cost at(int years, int question) {
    return costs.getOrDefault(years, List.of()).get(question);
  }

  private void check() {
    List<Cost> first = costs.getOrDefault(YEARS.getFirst(), List.of());
    for (int i = 0; i < first.size(); i++) {
      Cost base = first.get(i);
      Cost last = at(YEARS.getLast(), i);
      String name = base.question().name();
      assertThat(last.statements())
          .as("statements of " + name)
          .isLessThanOrEqualTo(base.statements() * 1.1);
      assertThat(last.buffers())
          .as("pages of " + name)
          .isLessThanOrEqualTo(base.buffers() * base.question().pagesAtMost());
      if (base.question().isAnsweredTheSame()) {
        assertThat(last.answer()).as(name).isEqualTo(base.answer());
      }
    }
  }

  private static long postmaster(Statements statements) {
    return Processes.parent(
        Long.parseLong(statements.rows("SELECT pg_backend_pid()").getFirst().getFirst()));
  }
}
