package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPN",
        "child_upn",
        "Child ID",
        "child_id",
        "childId",
        "LA child ID",
        "Pupil identifier",
        "dob",
        "date_of_birth",
        "DateOfBirth",
        "birth date",
        "Postcode",
        "home_postcode",
        "Post Code",
        "surname",
        "First name",
        "NHS number",
        "uln"
      })
  void columnsOfSingleChildrenRefuseTheFile(String column) {
    assertThatThrownBy(() -> header("time_period," + column + ",value"))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageContaining(column)
        .hasMessageContaining("single children");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rereferral_child_count",
        "rereferral_child_percent",
        "Anypoint_child",
        "children_count",
        "la_name",
        "population_estimate",
        "care_leaver_age",
        "old_la_code",
        "person_count",
        "birth_registrations",
        "61+_days"
      })
  void columnsOfCountsDoNot(String column) {
    assertThatCode(() -> header("time_period," + column)).doesNotThrowAnyException();
  }

  @Test
  void aNameTwiceRefusesTheFile() {
    assertThatThrownBy(() -> header("a,b,a")).hasMessageContaining("two columns of the name a");
  }

  @Test
  void whatIsMissingAndWhatIsTooMuchIsSaid() {
    assertThatThrownBy(() -> header("a,c").require("the mapping m", Set.of("a", "b")))
        .hasMessageContaining("Missing: b.")
        .hasMessageContaining("Not expected: c.")
        .hasMessageContaining("Found: a, c.");
  }

  private static Header header(String line) {
    return new Header(CsvReader.builder().ofSingleCsvRecord(line));
  }
}
