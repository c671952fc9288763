package org.sightline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingCatalogueTest {
  private static final String MAPPING =
      """
      name: a-mapping
      title: A table
      format: EES_CSV
      table: a/b
      publication: a
      access-class: PUBLISHED
      usual-file-name: a.csv
      filters:
        kind: {only: [All]}
        age: {dimension: age, members: {17 to 18: 17-18}, total: Total}
      period: {type: SNAPSHOT, at: 03-31}
      measures:
      - indicator: an-indicator
        when: {age: Total}
        numerator: {sum: [x, y]}
        denominator: {column: z, where: {kind: All}}
      ignored:
        other: nothing to compare
      """;

  @TempDir private Path folder;

  @Test
  void theProductsOwnMappingsHoldTogether() {
    MappingCatalogue catalogue = new MappingCatalogue(getClass().getClassLoader(), null);

    assertThat(catalogue.names(MappingFormat.EES_CSV)).hasSizeGreaterThanOrEqualTo(13);
    assertThat(catalogue.findByFileName("d3_cpps_subsequent_plan_2013_to_2025.csv"))
        .map(Mapping::name)
        .contains("children-in-need-d3-2025");
  }

  @Test
  void mappingsInAJarAndInTheOperatorsFolderAreFound() throws IOException {
    Path jar = folder.resolve("with space.jar");
    try (OutputStream stream = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(stream)) {
      out.putNextEntry(new JarEntry("definitions/mappings/"));
      out.putNextEntry(new JarEntry("definitions/mappings/a mapping.yaml"));
      out.write(MAPPING.getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new JarEntry("definitions/mappings/deeper/b.yaml"));
      out.write("no mapping".getBytes(StandardCharsets.UTF_8));
    }
    own(MAPPING.replace("a-mapping", "my-own"));

    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      MappingCatalogue catalogue = new MappingCatalogue(loader, folder);

      assertThat(catalogue.list()).extracting(Mapping::name).containsExactly("a-mapping", "my-own");
      Mapping mapping = catalogue.get("a-mapping");
      Measure measure = mapping.measures().getFirst();
      assertThat(measure.value()).isNull();
      assertThat(measure.numerator()).extracting(Part::columns).isEqualTo(List.of("x", "y"));
      assertThat(mapping.figureColumns()).containsExactly("x", "y", "z");
    }
  }

  @Test
  void theOperatorsMappingTakesThePlaceOfOneOfTheSameName() throws IOException {
    own(MAPPING.replace("a-mapping", "children-in-need-d3-2025"));

    MappingCatalogue catalogue = new MappingCatalogue(getClass().getClassLoader(), folder);

    assertThat(catalogue.get("children-in-need-d3-2025").title()).isEqualTo("A table");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "usual-file-name | usual-name | unknown key 'usual-name' in the mapping",
        "members: | memebrs: | unknown key 'memebrs' in a filter",
        "where: | were: | unknown key 'were' in the denominator of the measure an-indicator",
        "'title: A table' | 'title: A table\ntitle: B' | Duplicate field 'title'",
        "measures: | 'measures:\n- {indicator: an-indicator, value: v}' | two measures of an-indicator",
        "title: A table | subtitle: A table | unknown key 'subtitle'",
        "PUBLISHED | COUNCIL_ONLY | an official release is PUBLISHED",
        "EES_CSV | XLSX | MappingFormat",
        "{age: Total} | {age: All} | 'when' age: All, which the filter does not allow",
        "{age: Total} | {sex: Total} | 'when' on sex, which is no filter",
        ", at: 03-31 | '' | SNAPSHOT has 'at'",
        "at: 03-31 | at: 31 March | not a month and day",
        "other: | kind: | filters and ignored at once",
        "'{only: [All]}' | {total: All} | either 'only' or 'dimension'",
        "'numerator: {sum: [x, y]}' | '' | neither 'value' nor 'numerator'"
      })
  void whatIsWrongIsSaidWithTheFile(String right, String wrong, String said) throws IOException {
    own(MAPPING.replace(right, wrong));

    assertThatThrownBy(() -> new MappingCatalogue(emptyClassPath(), folder))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("own.yaml")
        .hasMessageContaining(said);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    MappingCatalogue catalogue = new MappingCatalogue(getClass().getClassLoader(), null);

    assertThatThrownBy(() -> catalogue.get("children-in-need-b1"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("children-in-need-b1-2025");
  }

  @Test
  void aFolderThatIsNoneIsSaidAndOneWithoutMappingsHasNone() {
    assertThatThrownBy(() -> new MappingCatalogue(emptyClassPath(), folder.resolve("none")))
        .hasMessageContaining("names no folder");
    assertThat(new MappingCatalogue(emptyClassPath(), folder).list()).isEmpty();
  }

  private static ClassLoader emptyClassPath() {
    return new URLClassLoader(new URL[0], null);
  }

  private void own(String text) throws IOException {
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(mappings.resolve("own.yaml"), text);
  }
}
