package org.sightline.benchmark.independent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.sightline.BesideOthers;
import org.sightline.TestSightline;

/**
 * Value, reason, rank, band, change and both neighbour comparators of every council and joint
 * return, in every indicator, breakdown and period of the official files: the same from the product
 * and from SQL over the raw files.
 */
@BesideOthers
@Order(BesideOthers.FIRST)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndependentCheckTest {
  /** The first of the newest five periods; those before take longer than a build should. */
  private static final int NEWEST = 2021;

  private @Nullable TestSightline sightline;
  private @Nullable IndependentAnswers theirs;

  @BeforeAll
  void start() throws Exception {
    sightline = TestSightline.withOfficialReleases();
    theirs = new IndependentAnswers();
  }

  @AfterAll
  void stop() throws Exception {
    if (theirs != null) {
      theirs.close();
    }
    if (sightline != null) {
      sightline.close();
    }
  }

  @Test
  void nothingDiffersInTheNewestPeriods(TestReporter reporter) throws Exception {
    Comparison comparison = compare(question -> question.year() >= NEWEST, reporter);

    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.count()).isEqualTo(1_186_302);
  }

  @Test
  @Tag("soak")
  void nothingDiffersInEarlierPeriods(TestReporter reporter) throws Exception {
    Comparison comparison = compare(question -> question.year() < NEWEST, reporter);

    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.count()).isEqualTo(894_998);
  }

  @Test
  void everyIndicatorBreakdownAndPeriodOfOfficialFiguresIsChecked() throws Exception {
    Set<String> checked = new TreeSet<>();
    for (Question question : theirs().questions()) {
      checked.add(question.name() + " " + question.year());
    }

    assertThat(checked).isEqualTo(published());
  }

  private Set<String> published() {
    Set<String> published = new TreeSet<>();
    for (JsonNode indicator :
        sightline()
            .ask("{ indicators { code periods { year } dimensions { name members } } }")
            .at("/indicators")) {
      for (JsonNode period : indicator.at("/periods")) {
        published.addAll(names(indicator, period.at("/year").asInt()));
      }
    }
    return published;
  }

  private static List<String> names(JsonNode indicator, int year) {
    String code = indicator.at("/code").asText();
    List<String> names = new ArrayList<>();
    for (JsonNode dimension : indicator.at("/dimensions")) {
      for (JsonNode member : dimension.at("/members")) {
        String breakdown = dimension.at("/name").asText() + "=" + member.asText();
        names.add(new Question(code, breakdown, year, "").name() + " " + year);
      }
    }
    return names.isEmpty() ? List.of(code + " " + year) : names;
  }

  private Comparison compare(Predicate<Question> which, TestReporter reporter) throws Exception {
    ProductAnswers ours = new ProductAnswers(sightline());
    Comparison comparison = new Comparison();
    for (Question question : theirs().questions()) {
      if (which.test(question)) {
        Map<String, Map<String, String>> answers = theirs().answers(question);
        comparison.add(question, ours.answers(question), answers);
      }
    }
    reporter.publishEntry(comparison.toString());
    return comparison;
  }

  private IndependentAnswers theirs() {
    return Objects.requireNonNull(theirs);
  }

  private TestSightline sightline() {
    return Objects.requireNonNull(sightline);
  }
}
