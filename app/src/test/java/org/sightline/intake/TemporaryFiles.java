package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Set;

/** The temporary files of uploads. What earlier programs left is not ours; what is added is. */
final class TemporaryFiles {
  private final Set<String> before = now();

  /** Other programs may be importing at this moment, so this waits a little. */
  void assertNoMore() throws InterruptedException {
    for (int i = 0; i < 100 && !before.containsAll(now()); i++) {
      Thread.sleep(50);
    }
    assertThat(before).containsAll(now());
  }

  private static Set<String> now() {
    String[] found =
        new File(System.getProperty("java.io.tmpdir"))
            .list((folder, name) -> name.matches("(sightline-import-|FUp_|Attr_).*"));
    return found == null ? Set.of() : Set.of(found);
  }
}
