package org.sightline.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.RealData;
import org.sightline.indicator.AccessClass;
import org.sightline.indicator.MissingReason;
import org.sightline.migrations.DefinitionFiles;

/** The returns as files, before anybody uploads them. */
class DemonstrationReturnsTest {
  private static final Set<String> REASONS =
      EnumSet.allOf(MissingReason.class).stream().map(Enum::name).collect(Collectors.toSet());
  private static final Path PLACES = Path.of("src/test/resources/facts-of-the-papers.csv");
  private static final Instant TODAY = Instant.parse("2026-11-21T12:00:00Z");
  private static final Map<String, Pattern> PERIODS =
      Map.of(
          "MONTH", Pattern.compile("\\d{4}-\\d{2}"),
          "SNAPSHOT", Pattern.compile("\\d{4}-\\d{2}-\\d{2}"),
          "ROLLING_YEAR", Pattern.compile("year to \\d{4}-\\d{2}-\\d{2}"),
          "YEAR_TO_DATE", Pattern.compile("\\d{4}/\\d{2} to \\d{4}-\\d{2}-\\d{2}"),
          "FINANCIAL_QUARTER", Pattern.compile("\\d{4}/\\d{2} Q[1-4]"),
          "REPORTING_YEAR", Pattern.compile("\\d{4}/\\d{2}"),
          "CALENDAR_YEAR", Pattern.compile("\\d{4}"));

  private static List<DemonstrationReturn> returns() {
    return new DemonstrationReturns(TODAY).all();
  }

  @ParameterizedTest
  @MethodSource("returns")
  void everyRowIsOfAKnownIndicatorAndAPeriodOfItsType(DemonstrationReturn given) {
    Set<String> indicators = indicators();
    List<NamedCsvRecord> rows = rows(given.csv());

    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.getField("indicator")).isIn(indicators);
              assertThat(row.getField("period")).matches(PERIODS.get(row.getField("period_type")));
              assertThat(row.getField("source_file")).isNotBlank();
            });
    assertThat(rows.stream().map(DemonstrationReturnsTest::key)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("returns")
  void everyFigureCanBe(DemonstrationReturn given) {
    assertThat(rows(given.csv()))
        .allSatisfy(
            row -> {
              String missing = row.findField("missing").orElse("");
              assertThat(row.getField("value").isEmpty()).isNotEqualTo(missing.isEmpty());
              if (missing.isEmpty()) {
                assertThat(new BigDecimal(row.getField("value")))
                    .isBetween(BigDecimal.ZERO, greatest(row.getField("indicator")));
              } else {
                assertThat(REASONS).contains(missing);
              }
            });
  }

  @Test
  void onlyAContributorOfTheCouncilUploadsItsReturn() {
    Map<String, String> councils =
        rows(file("organisations.csv")).stream()
            .collect(Collectors.toMap(row -> row.getField("code"), row -> row.getField("council")));
    Map<String, NamedCsvRecord> members =
        rows(file("members.csv")).stream()
            .collect(Collectors.toMap(row -> row.getField("subject"), row -> row));

    assertThat(returns())
        .allSatisfy(
            given -> {
              NamedCsvRecord member = Objects.requireNonNull(members.get(given.contributor()));
              assertThat(member.getField("roles")).contains("contributor");
              assertThat(rows(given.csv()))
                  .extracting(row -> row.getField("area"))
                  .containsOnly(councils.get(member.getField("organisation")));
            });
  }

  @Test
  void theSameFiguresAreGeneratedEachTime() {
    assertThat(returns()).isEqualTo(returns());
    assertThat(
            rows(
                new NorthmereFigures(InventedCouncil.ASHMERE)
                    .csv(NorthmereFigures.FIRST, NorthmereFigures.LAST)))
        .hasSize(60);
  }

  @Test
  void someOfTheGeneratedFiguresAreMissingForAReason() {
    assertThat(
            returns().stream()
                .flatMap(given -> rows(given.csv()).stream())
                .flatMap(row -> row.findField("missing").stream())
                .filter(missing -> !missing.isEmpty()))
        .contains("NOT_AVAILABLE", "NOT_COLLECTED", "LOW_RELIABILITY", "SUPPRESSED");
  }

  @Test
  void anEmbargoThatIsOverIsNone() {
    assertThat(returns())
        .extracting(DemonstrationReturn::accessClass)
        .contains(AccessClass.EMBARGOED);
    assertThat(new DemonstrationReturns(DemonstrationReturns.END_OF_EMBARGO).all())
        .extracting(DemonstrationReturn::accessClass)
        .contains(AccessClass.PUBLISHED)
        .doesNotContain(AccessClass.EMBARGOED);
  }

  /** The papers' figures, as they were read by hand, against the returns. */
  @Test
  void everyIndicatorOfThePapersStandsInAReturnOrIsLeftOutForAReason() throws Exception {
    Map<String, NamedCsvRecord> places =
        rows(Files.readString(PLACES)).stream()
            .collect(Collectors.toMap(row -> row.getField("fact"), row -> row));
    Map<String, String> stated =
        returns().stream()
            .flatMap(given -> rows(given.csv()).stream())
            .collect(
                Collectors.toMap(
                    row -> row.getField("area") + " " + key(row), row -> row.getField("value")));
    try (var facts = CsvReader.builder().ofNamedCsvRecord(RealData.file("seeds/facts.csv"))) {
      List<NamedCsvRecord> figures =
          facts.stream()
              .filter(fact -> Set.of("indicator", "workforce").contains(fact.getField("kind")))
              .toList();
      assertThat(figures)
          .extracting(fact -> fact.getField("fact_id"))
          .containsExactlyInAnyOrderElementsOf(places.keySet());
      assertThat(figures)
          .allSatisfy(
              fact ->
                  standsOrIsLeftOut(
                      fact, Objects.requireNonNull(places.get(fact.getField("fact_id"))), stated));
    }
  }

  private static void standsOrIsLeftOut(
      NamedCsvRecord fact, NamedCsvRecord place, Map<String, String> stated) {
    if (place.getField("indicator").isEmpty()) {
      assertThat(place.getField("left_out_because")).as(fact.getField("fact_id")).endsWith(".");
      return;
    }
    assertThat(stated.get(fact.getField("new_la_code") + " " + key(place)))
        .as(fact.getField("fact_id"))
        .isEqualTo(fact.getField("value"));
  }

  private static BigDecimal greatest(String indicator) {
    return BigDecimal.valueOf(indicator.endsWith("-percent") ? 100 : 3000);
  }

  private static String key(NamedCsvRecord row) {
    return Stream.of("indicator", "period_type", "period")
        .map(row::getField)
        .collect(Collectors.joining(" "));
  }

  private static Set<String> indicators() {
    return DefinitionFiles.list("definitions/indicators", ".yaml", Optional.empty()).stream()
        .flatMap(file -> Pattern.compile("- code: (\\S+)").matcher(file.text()).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static String file(String name) {
    return DefinitionFiles.list("demonstration", ".csv", Optional.empty()).stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static List<NamedCsvRecord> rows(String text) {
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }
}
