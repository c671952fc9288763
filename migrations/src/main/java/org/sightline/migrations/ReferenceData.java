package org.sightline.migrations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;

/**
 * Councils, neighbours, releases and indicator definitions, from the files to the tables: each file
 * is copied as it is into a temporary table of texts, then load-reference.sql makes rows of them.
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
        new ArrayList<>(DefinitionFiles.list("reference", ".csv", moreDefinitions));
    tables.add(new DefinitionFile("indicators.csv", indicators()));
    String sql = sql();
    String fingerprint = fingerprint(tables, sql);
    if (isLoaded(owner, fingerprint)) {
      return false;
    }
    for (DefinitionFile table : tables) {
      copy(owner, table);
    }
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
    remember(owner, fingerprint);
    return true;
  }

  private static void copy(Connection owner, DefinitionFile file) throws SQLException {
    String table = "given_" + file.name().replace(".csv", "");
    String header = file.text().lines().findFirst().orElse("");
    String columns =
        Arrays.stream(header.split(",", -1))
            .map(column -> DatabaseRoles.quoted(column) + " text")
            .collect(Collectors.joining(", "));
    try (Statement statement = owner.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE IF NOT EXISTS %s (%s) ON COMMIT DROP"
              .formatted(DatabaseRoles.quoted(table), columns));
    }
    try {
      owner
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY %s FROM STDIN (FORMAT csv, HEADER match)"
                  .formatted(DatabaseRoles.quoted(table)),
              new StringReader(file.text()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static String sql() {
    try (var stream = ReferenceData.class.getResourceAsStream("load-reference.sql")) {
      if (stream == null) {
        throw new IllegalStateException("No load-reference.sql beside " + ReferenceData.class);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint(List<DefinitionFile> tables, String sql) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(sql.getBytes(StandardCharsets.UTF_8));
      for (DefinitionFile table : tables) {
        digest.update(table.name().getBytes(StandardCharsets.UTF_8));
        digest.update(table.text().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
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
