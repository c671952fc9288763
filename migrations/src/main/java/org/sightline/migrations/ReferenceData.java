package org.sightline.migrations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;

/**
 * Councils, neighbours, releases, bank holidays and the definitions of indicators, attributes,
 * frameworks and plans, from the files to the tables.
 */
final class ReferenceData {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final Optional<Path> moreDefinitions;

  ReferenceData(Optional<Path> moreDefinitions) {
    this.moreDefinitions = moreDefinitions;
  }

  /** Loads what is new and returns whether anything was. The caller commits. */
  boolean load(Connection owner) throws SQLException {
    List<DefinitionFile> tables =
        new ArrayList<>(DefinitionFiles.list("reference", ".csv", Optional.empty()));
    tables.addAll(IndicatorTables.of(definitions()));
    tables.add(
        new DefinitionFile("attributes.csv", new AttributeDefinitions(moreDefinitions).csv()));
    tables.addAll(AttributeDefinitions.valuesOfCouncils());
    Vocabularies vocabularies = Vocabularies.read(moreDefinitions);
    tables.addAll(vocabularies.tables());
    tables.addAll(FrameworkTables.read(moreDefinitions, vocabularies).tables());
    tables.addAll(moreBankHolidays());
    tables.addAll(DefinitionFiles.list("definitions/interventions", ".csv", Optional.empty()));
    GivenTables given = new GivenTables(tables, "load-reference.sql");
    if (isLoaded(owner, given.fingerprint())) {
      return false;
    }
    given.load(owner);
    remember(owner, given.fingerprint());
    return true;
  }

  /** Those that an operator knows of before the project does. */
  private List<DefinitionFile> moreBankHolidays() {
    return DefinitionFiles.own("reference", ".csv", moreDefinitions).stream()
        .filter(file -> file.name().equals("bank_holidays.csv"))
        .toList();
  }

  private List<IndicatorDefinition> definitions() {
    List<IndicatorDefinition> definitions =
        DefinitionFiles.list("definitions/indicators", ".yaml", moreDefinitions).stream()
            .flatMap(file -> read(file).stream())
            .toList();
    definitions.forEach(DefinitionRules::check);
    return definitions;
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
