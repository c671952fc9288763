package org.sightline.graphql.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sightline.migrations.ClassPathFolder;
import org.sightline.migrations.ClassPathFolder.Resource;

/** Reads the schema's files, one per noun, from the class path. */
final class SchemaTexts {
  private static final String ENDING = ".graphqls";

  private SchemaTexts() {}

  /**
   * The text of each file in the folder, by file name.
   *
   * @param folder such as {@code sightline/schema}, without a slash at its ends
   * @throws IllegalStateException when the class path has none
   */
  static SortedMap<String, String> in(String folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Resource file : ClassPathFolder.list(SchemaTexts.class.getClassLoader(), folder, ENDING)) {
      texts.put(file.name(), read(file));
    }
    if (texts.isEmpty()) {
      throw new IllegalStateException("The class path has no schema file in " + folder + ".");
    }
    return texts;
  }

  private static String read(Resource file) {
    try (InputStream stream = file.open()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
