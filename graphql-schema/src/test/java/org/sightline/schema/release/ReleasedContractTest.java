package org.sightline.schema.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.schema.Contract;
import org.sightline.schema.release.Change.Weight;

/** Holds the contract to what the last release promised. */
final class ReleasedContractTest {
  /** The version whose contract is to be taken; see CONTRIBUTING.md. */
  private static final String TAKEN = System.getProperty("sightline.contract.release", "");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final Change GONE =
      new Change(Weight.BREAKING, "Query.council", "The field is gone.", "Keep it.");

  @Test
  void nothingBreaksWhatTheLastReleasePromised() throws IOException {
    takeWhereAsked();
    List<Change> changes = changes();
    of(changes, Weight.DANGEROUS)
        .forEach(change -> System.out.println("DANGEROUS " + change.sentence()));
    assertThat(of(changes, Weight.BREAKING).map(Change::sentence))
        .as("what breaks the contract of release " + ReleasedContract.kept().version())
        .isEmpty();
  }

  @Test
  void readsWhatItWrites() {
    ReleasedContract contract = new ReleasedContract("1.4.0", "type Query { a: Int }\n");
    assertThat(ReleasedContract.read(contract.written())).isEqualTo(contract);
  }

  @Test
  void takesTheContractOfALaterRelease() {
    assertThat(new ReleasedContract("1.9.0", "a").next("1.10.0", "b", List.of(), TODAY).text())
        .isEqualTo("b");
  }

  @Test
  void takesNoneOfAnEarlierRelease() {
    refuses("1.9.0", "1.9.0", "1.9.0 does not come after 1.9.0, whose contract is kept.");
  }

  @Test
  void takesNoneOfWhatIsNoRelease() {
    refuses(
        "1.9.0",
        "2.0.0-SNAPSHOT",
        "'2.0.0-SNAPSHOT' is no release: three numbers are expected, such as 1.4.0.");
  }

  @Test
  void takesNoneThatBreaksTheLast() {
    refuses("1.9.0", "2.0.0", "Query.council: The field is gone. Keep it.");
  }

  @Test
  void mayBreakTheLastBeforeTheFirstWholeRelease() {
    assertThat(
            new ReleasedContract("0.9.0", "a").next("1.0.0", "b", List.of(GONE), TODAY).version())
        .isEqualTo("1.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2026-11-22"})
  void takesNoneThatPromisesADayThatIsNotAhead(String day) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> takenWith("Use b. Kept until " + day + "."))
        .withMessage(
            "@deprecated(reason : \"Use b. Kept until "
                + day
                + ".\"): a release promises only days after its own, which is 2026-11-22. Take out"
                + " what is deprecated, or give a later day.");
  }

  @Test
  void takesOneThatPromisesADayAhead() {
    assertThat(takenWith("Use b. Kept until 2026-11-23.").version()).isEqualTo("1.10.0");
  }

  private static ReleasedContract takenWith(String reason) {
    String schema = "type Query { a: Int @deprecated(reason: \"%s\") b: Int }".formatted(reason);
    return new ReleasedContract("1.9.0", "type Query { a: Int b: Int }")
        .next("1.10.0", Contract.printed(Contract.schema(schema)), List.of(), TODAY);
  }

  private static void refuses(String version, String next, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReleasedContract(version, "a").next(next, "b", List.of(GONE), TODAY))
        .withMessage(sentence);
  }

  private static void takeWhereAsked() throws IOException {
    if (TAKEN.isEmpty()) {
      return;
    }
    List<Change> breaking = of(changes(), Weight.BREAKING).toList();
    breaking.forEach(change -> System.out.println("BREAKING " + change.sentence()));
    ReleasedContract next =
        ReleasedContract.kept().next(TAKEN, Contract.printed(), breaking, today());
    Files.writeString(ReleasedContract.FILE, next.written());
  }

  private static List<Change> changes() {
    return Comparison.of(
        Definitions.parse(ReleasedContract.kept().text()),
        Definitions.parse(Contract.printed()),
        today());
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static Stream<Change> of(List<Change> changes, Weight weight) {
    return changes.stream().filter(change -> change.weight() == weight);
  }
}
