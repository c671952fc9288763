package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;
import picocli.CommandLine;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportCommandTest {
  private static final String FILE =
      D3.file(D3.hull("2025", "100,20,20"), D3.hull("2024", "100,q,20"));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Database database;
  @TempDir private Path folder;

  @BeforeAll
  void migrate() {
    database = Intake.migratedDatabase();
  }

  @AfterAll
  void drop() {
    TestPostgres.drop(database);
  }

  @Test
  void aFileIsImportedAndThenUnchanged() throws Exception {
    String file = file("d3.csv", FILE);

    assertThat(run(file, "--mapping", D3.MAPPING, "--release", D3.RELEASE)).isZero();
    assertThat(out.toString())
        .contains("d3.csv: IMPORTED", "rows read", "unknown-symbol")
        .contains("line 3, CPP_subsequent, unknown-symbol: 'q'");
    assertThat(run(file, "--mapping", D3.MAPPING, "--release", D3.RELEASE)).isZero();
    assertThat(out.toString()).contains("d3.csv: UNCHANGED");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theMappingIsKnownByTheFilesUsualName() throws Exception {
    String file =
        file("d3_cpps_subsequent_plan_2013_to_2025.csv", FILE + D3.hull("2023", "1,1,100"));

    assertThat(run(file, "--release", "children-in-need-2030", "--published-on", "2030-10-31"))
        .isZero();
    assertThat(out.toString()).contains("by the mapping " + D3.MAPPING);
  }

  @Test
  void aRefusalIsSaidOnTheErrorStream() throws Exception {
    String file = file("strict.csv", FILE.replace("100", "99"));

    assertThat(run(file, "--mapping", D3.MAPPING, "--release", "no-such-release")).isEqualTo(1);
    assertThat(err.toString()).contains("no release 'no-such-release'", "children-in-need-2025");
    assertThat(run(file, "--mapping", D3.MAPPING, "--release", "children-in-need-2024", "--strict"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("Rows rejected: 1 of 2");
    assertThat(
            run(
                folder.resolve("none.csv").toString(),
                "--mapping",
                D3.MAPPING,
                "--release",
                D3.RELEASE))
        .isEqualTo(1);
    assertThat(err.toString()).contains("no file none.csv");
  }

  @Test
  void aWrongCommandIsSaidSo() throws Exception {
    assertThat(run()).isEqualTo(2);
    assertThat(run(file("other.csv", FILE), "--release", D3.RELEASE)).isEqualTo(2);
    assertThat(err.toString()).contains("No mapping has the usual file name other.csv");
    assertThat(run("a.csv", "--published-on", "31/10/2030")).isEqualTo(2);
    assertThat(run("a.csv", "--no-such-option")).isEqualTo(2);
  }

  @Test
  void mappingsAreListed() {
    assertThat(run("--list")).isZero();
    assertThat(out.toString())
        .contains(D3.MAPPING, "usually d3_cpps_subsequent_plan_2013_to_2025.csv");
  }

  private String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(new ImportCommand(Intake.settings(database, Map.of())))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
