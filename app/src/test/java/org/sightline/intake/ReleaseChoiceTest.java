package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Which release a file may be imported as. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseChoiceTest {
  private static final String FILE =
      D3.file(D3.hull("2024", "90,9,10"), D3.hull("2025", "100,20,20"));

  private Intake intake;

  @BeforeAll
  void start() {
    intake = new Intake();
  }

  @AfterAll
  void stop() {
    intake.close();
  }

  @Test
  void aReleaseThatIsNotKnownNeedsItsDay(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("d3.csv"), FILE);

    assertThatThrownBy(() -> intake.imports().run(request(file, "children-in-need-2031", null)))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageContaining("children-in-need-2025, children-in-need-2024")
        .hasMessageContaining("--published-on");

    ImportRun run =
        intake.imports().run(request(file, "children-in-need-2031", LocalDate.of(2031, 10, 30)));
    assertThat(run.state()).isEqualTo(ImportState.IMPORTED);
    assertThat(
            intake.ask(
                "SELECT concat_ws(' ', publication, published_on) FROM release WHERE code = 'children-in-need-2031'"))
        .containsExactly("children-in-need 2031-10-30");
  }

  @Test
  void aReleaseThatTheImportWouldAddIsNotAddedWhenTheFileIsRefused(@TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("d3.csv"), D3.file(D3.hull("2025", "q,1,1")));

    ImportRun run =
        intake.imports().run(request(file, "children-in-need-2032", LocalDate.of(2032, 10, 30)));

    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(intake.ask("SELECT count(*) FROM release WHERE code = 'children-in-need-2032'"))
        .containsExactly("0");
  }

  @Test
  void aReleaseOfAnotherPublicationIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("d3.csv"), FILE);

    assertThatThrownBy(
            () -> intake.imports().run(request(file, "social-work-workforce-2025", null)))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageContaining("of the publication social-work-workforce");
  }

  @Test
  void aMappingThatIsNotKnownIsAnsweredWithTheNearest(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("d3.csv"), FILE);

    assertThatThrownBy(
            () ->
                intake
                    .imports()
                    .run(
                        new ImportRequest(
                            file,
                            "d3.csv",
                            "children-in-need-d3-2026",
                            D3.RELEASE,
                            null,
                            null,
                            false)))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageContaining("children-in-need-d3-2025");
  }

  private static ImportRequest request(Path file, String release, @Nullable LocalDate publishedOn) {
    return new ImportRequest(file, "d3.csv", D3.MAPPING, release, publishedOn, null, false);
  }
}
