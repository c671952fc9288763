package org.sightline.migrations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;

/** What councils can be, from {@code definitions/attributes/*.yaml}, and what some are. */
record AttributeDefinitions(Optional<Path> moreDefinitions) {
  private static final String FOLDER = "definitions/attributes";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /**
   * One attribute as the files write it.
   *
   * @param values in their order, null where any text may be one
   * @param ordered whether they go from one end of a scale to the other
   */
  record Definition(
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String description,
      @Nullable List<String> values,
      @Nullable Boolean ordered,
      @JsonProperty(required = true) String source) {}

  /** All of them as one table of texts; values are joined by a vertical bar. */
  String csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("code", "name", "description", "values", "ordered", "source");
      for (DefinitionFile file : DefinitionFiles.list(FOLDER, ".yaml", moreDefinitions)) {
        read(file).forEach(one -> write(one, csv));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The restated values of councils, under a name that a table may have. */
  static List<DefinitionFile> valuesOfCouncils() {
    return DefinitionFiles.list(FOLDER, ".csv", Optional.empty()).stream()
        .map(file -> new DefinitionFile(file.name().replace('-', '_'), file.text()))
        .toList();
  }

  private static void write(Definition one, CsvWriter csv) {
    csv.writeRecord(
        one.code(),
        one.name(),
        one.description().strip(),
        one.values() == null ? null : String.join("|", one.values()),
        String.valueOf(Boolean.TRUE.equals(one.ordered())),
        one.source());
  }

  private static List<Definition> read(DefinitionFile file) {
    try {
      return YAML.readValue(file.text(), new TypeReference<List<Definition>>() {});
    } catch (JsonProcessingException e) {
      throw new MigrationFailure(
          "The attribute definitions in %s cannot be read: %s"
              .formatted(file.name(), e.getOriginalMessage()),
          e);
    }
  }
}
