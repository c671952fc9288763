package org.sightline.migrations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;

/**
 * Councils, neighbours, releases, indicator and attribute definitions, from the files to the
 * tables.
 */
final class ReferenceData {
  private static final String INDICATOR_COLUMNS =
      "code,name,theme,unit,decimals,polarity,polarity_source,small_range,headline,description,"
          + "numerator,denominator,source,default_breakdown,derived_numerator,derived_denominator,"
          + "year_offset,multiplier";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final Optional<Path> moreDefinitions;

  ReferenceData(Optional<Path> moreDefinitions) {
    this.moreDefinitions = moreDefinitions;
  }

  /** Loads what is new and returns whether anything was. The caller commits. */
  boolean load(Connection owner) throws SQLException {
    List<DefinitionFile> tables =
        new ArrayList<>(DefinitionFiles.list("reference", ".csv", Optional.empty()));
    tables.add(new DefinitionFile("indicators.csv", indicators()));
    tables.add(
        new DefinitionFile("attributes.csv", new AttributeDefinitions(moreDefinitions).csv()));
    tables.addAll(AttributeDefinitions.valuesOfCouncils());
    GivenTables given = new GivenTables(tables, "load-reference.sql");
    if (isLoaded(owner, given.fingerprint())) {
      return false;
    }
    given.load(owner);
    remember(owner, given.fingerprint());
    return true;
  }

  private String indicators() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(INDICATOR_COLUMNS.split(",", -1));
      for (DefinitionFile file :
          DefinitionFiles.list("definitions/indicators", ".yaml", moreDefinitions)) {
        read(file).forEach(definition -> csv.writeRecord(fields(definition)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<IndicatorDefinition> read(DefinitionFile file) {
    try {
      return YAML.readValue(file.text(), new TypeReference<List<IndicatorDefinition>>() {});
    } catch (JsonProcessingException e) {
      throw new MigrationFailure(
          "The indicator definitions in %s cannot be read: %s"
              .formatted(file.name(), e.getOriginalMessage()),
          e);
    }
  }

  private static List<@Nullable String> fields(IndicatorDefinition definition) {
    IndicatorDefinition.Derivation derivation = definition.derivation();
    return Arrays.asList(
        definition.code(),
        definition.name(),
        definition.theme(),
        definition.unit(),
        String.valueOf(definition.decimals()),
        definition.polarity(),
        definition.polaritySource(),
        String.valueOf(Boolean.TRUE.equals(definition.smallRange())),
        String.valueOf(Boolean.TRUE.equals(definition.headline())),
        definition.description().strip(),
        definition.numerator(),
        definition.denominator(),
        definition.source(),
        definition.defaultBreakdownCode(),
        derivation == null ? null : derivation.numerator(),
        derivation == null ? null : derivation.denominator(),
        derivation == null || derivation.denominatorYearOffset() == null
            ? null
            : String.valueOf(derivation.denominatorYearOffset()),
        derivation == null ? null : derivation.multiplier().toPlainString());
  }

  private static boolean isLoaded(Connection owner, String fingerprint) throws SQLException {
    try (PreparedStatement statement =
        owner.prepareStatement("SELECT FROM reference_version WHERE sha256 = ?")) {
      statement.setString(1, fingerprint);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void remember(Connection owner, String fingerprint) throws SQLException {
    try (PreparedStatement statement =
        owner.prepareStatement(
            """
            INSERT INTO reference_version (sha256) VALUES (?)
            ON CONFLICT (only_row) DO UPDATE SET sha256 = excluded.sha256, loaded_at = now()
            """)) {
      statement.setString(1, fingerprint);
      statement.executeUpdate();
    }
  }
}
