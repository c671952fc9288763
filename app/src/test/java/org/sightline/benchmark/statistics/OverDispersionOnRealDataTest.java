package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.sightline.RealData;
import org.sightline.benchmark.statistics.Funnel.Allowance;
import org.sightline.benchmark.statistics.Funnel.Kind;
import org.sightline.benchmark.statistics.Funnel.Point;

/**
 * How many councils lie outside the limits in 2025, around England's unrounded value: its published
 * count over its published denominator. Around the rounded 24.5% it would be 27 repeat plans.
 */
class OverDispersionOnRealDataTest {
  @Test
  void lookedAfterRates() throws IOException {
    Funnel funnel =
        funnel(
            "ees/cla_number_and_rate_per_10k_children.csv",
            row ->
                row.getField("population_type")
                    .equals("Children looked after on 31 March each year"),
            "children_count",
            "population_estimate",
            Kind.RATE,
            10_000);

    assertThat(funnel.points()).hasSize(151);
    assertThat(funnel.target()).isCloseTo(67.1180, within(0.00005));
    assertThat(funnel.overDispersion().phi()).isCloseTo(50.556, within(0.0005));
    assertThat(funnel.overDispersion().tau()).isCloseTo(20.412, within(0.0005));
    assertOutside(funnel, Confidence.P998, 104, 4, 7);
    assertOutside(funnel, Confidence.P95, 119, 16, 18);
  }

  @Test
  void reReferrals() throws IOException {
    Funnel funnel =
        funnel(
            "ees/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
            _ -> true,
            "rereferral_count",
            "referral_count",
            Kind.PROPORTION,
            100);

    assertThat(funnel.points()).hasSize(153);
    assertThat(funnel.target()).isCloseTo(22.5811, within(0.00005));
    assertThat(funnel.overDispersion().phi()).isCloseTo(27.005, within(0.0005));
    assertThat(funnel.overDispersion().tau()).isCloseTo(3.337, within(0.0005));
    assertOutside(funnel, Confidence.P998, 102, 3, 2);
    assertOutside(funnel, Confidence.P95, 116, 16, 28);
  }

  @Test
  void repeatPlans() throws IOException {
    Funnel funnel =
        funnel(
            "ees/d3_cpps_subsequent_plan_2013_to_2025.csv",
            _ -> true,
            "CPP_subsequent",
            "CPP_start",
            Kind.PROPORTION,
            100);

    assertThat(funnel.points()).hasSize(151);
    assertThat(funnel.target()).isCloseTo(24.4664, within(0.00005));
    assertThat(funnel.overDispersion().phi()).isCloseTo(3.8455, within(0.00005));
    assertThat(funnel.overDispersion().tau()).isCloseTo(3.604, within(0.0005));
    assertOutside(funnel, Confidence.P998, 26, 1, 3);
    assertOutside(funnel, Confidence.P95, 61, 13, 17);
  }

  private static void assertOutside(
      Funnel funnel, Confidence confidence, int none, int multiplicative, int additive) {
    assertThat(
            List.of(
                funnel.outside(confidence, Allowance.NONE),
                funnel.outside(confidence, Allowance.MULTIPLICATIVE),
                funnel.outside(confidence, Allowance.ADDITIVE)))
        .containsExactly(none, multiplicative, additive);
  }

  private static Funnel funnel(
      String file,
      Predicate<NamedCsvRecord> rows,
      String count,
      String denominator,
      Kind kind,
      double multiplier)
      throws IOException {
    try (var reader =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(RealData.file(file))) {
      List<NamedCsvRecord> year =
          reader.stream()
              .filter(row -> row.getField("time_period").equals("2025"))
              .filter(rows)
              .toList();
      Point england = points(year, "National", count, denominator).getFirst();
      List<Point> councils = points(year, "Local authority", count, denominator);
      return Funnel.of(
          kind, councils, multiplier * england.count() / england.denominator(), multiplier);
    }
  }

  private static List<Point> points(
      List<NamedCsvRecord> rows, String level, String count, String denominator) {
    return rows.stream()
        .filter(row -> row.getField("geographic_level").equals(level))
        .filter(row -> isNumber(row.getField(count)) && isNumber(row.getField(denominator)))
        .map(
            row ->
                new Point(
                    Double.parseDouble(row.getField(count)),
                    Double.parseDouble(row.getField(denominator))))
        .toList();
  }

  /** Suppressed and absent figures stand as letters. */
  private static boolean isNumber(String text) {
    return text.matches("\\d+");
  }
}
