package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReadmeTest {
  @Test
  void itSaysOfEveryValueWhatItIsFor() {
    Path readme = Chart.FOLDER.resolve("README.md");
    String page = ValuesPage.page();
    String before = Files.exists(readme) ? Scratch.read(readme) : "";
    if (!page.equals(before)) {
      Scratch.write(readme, page);
    }
    assertThat(before).as("helm/sightline/README.md, which is now rewritten").isEqualTo(page);
  }
}
