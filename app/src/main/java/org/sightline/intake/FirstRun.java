package org.sightline.intake;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.sightline.migrations.ClassPathFolder;
import org.sightline.migrations.ClassPathFolder.Resource;

/**
 * The figures that Sightline brings with it, so that the first start has something to compare:
 * every {@code first-run/*.csv} of the class path, each by the mapping {@code first-run-} and its
 * name.
 */
@Singleton
public final class FirstRun {
  private static final String FOLDER = "first-run";
  private static final String ENDING = ".csv";

  private final ImportService imports;

  FirstRun(ImportService imports) {
    this.imports = imports;
  }

  /**
   * Imports them as an operator's files are imported; what stands already is left alone. A file
   * that is refused, because figures kept from an earlier version differ, is left out and said.
   *
   * @param progress is told each step in a sentence
   */
  public void load(Consumer<String> progress) {
    List<Resource> files = ClassPathFolder.list(FirstRun.class.getClassLoader(), FOLDER, ENDING);
    for (Resource file : files) {
      progress.accept("First figures: " + load(file));
    }
  }

  private String load(Resource resource) {
    try {
      Path copy = Files.createTempFile("sightline-first-run-", ENDING);
      try {
        try (InputStream stream = resource.open()) {
          Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return load(resource.name(), copy);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String load(String name, Path file) throws IOException {
    String stem = name.substring(0, name.length() - ENDING.length());
    String mapping = "first-run-" + stem;
    if (imports.isKnown(FileFacts.of(file).sha256(), mapping)) {
      return stem + " stand already.";
    }
    ImportRun run = imports.run(new ImportRequest(file, name, mapping, null, null, null, true));
    return stem + (run.state().stands() ? ". " : " were left out. ") + run.message();
  }
}
