package org.sightline.migrations;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;
import org.sightline.migrations.IndicatorDefinition.Derivation;
import org.sightline.migrations.IndicatorDefinition.Measure;
import org.sightline.migrations.IndicatorDefinition.Target;
import org.sightline.migrations.IndicatorDefinition.Version;

/** Indicator definitions as tables of texts: the indicators, their versions and their targets. */
final class IndicatorTables {
  private static final String INDICATORS =
      "code,name,theme,unit,decimals,kind,nature,rate_multiplier,polarity,polarity_source,"
          + "dictionary_topic,dictionary_measure,small_range,headline,description,"
          + "numerator,denominator,source,default_breakdown,derived_numerator,derived_denominator,"
          + "year_offset,multiplier,partitions,does_overlap";
  private static final String VERSIONS =
      "code,number,first_period_end,what_changed,breaks_series,source";
  private static final String TARGETS = "code,value,tolerance,from,to,source";

  private IndicatorTables() {}

  static List<DefinitionFile> of(List<IndicatorDefinition> definitions) {
    return List.of(
        table("indicators.csv", INDICATORS, definitions.stream().map(IndicatorTables::indicator)),
        table(
            "indicator_versions.csv",
            VERSIONS,
            definitions.stream()
                .flatMap(
                    definition ->
                        definition.versionsOrFirst().stream()
                            .map(version -> version(definition, version)))),
        table(
            "indicator_targets.csv",
            TARGETS,
            definitions.stream()
                .flatMap(
                    definition ->
                        definition.targetsOrNone().stream()
                            .map(target -> target(definition, target)))));
  }

  private static DefinitionFile table(
      String name, String columns, Stream<List<@Nullable String>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(columns.split(",", -1));
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DefinitionFile(name, text.toString());
  }

  private static List<@Nullable String> indicator(IndicatorDefinition definition) {
    @Nullable Derivation derivation = definition.derivation();
    @Nullable Measure measure = definition.dictionary();
    return Arrays.asList(
        definition.code(),
        definition.name(),
        definition.theme(),
        definition.unit(),
        String.valueOf(definition.decimals()),
        definition.kind(),
        definition.nature(),
        definition.rateMultiplier(),
        definition.polarity(),
        definition.polaritySource(),
        measure == null ? null : measure.topic(),
        measure == null ? null : measure.measure(),
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
        derivation == null ? null : derivation.multiplier().toPlainString(),
        definition.partitionsCode(),
        String.valueOf(definition.doesOverlap()));
  }

  private static List<@Nullable String> version(IndicatorDefinition definition, Version version) {
    return Arrays.asList(
        definition.code(),
        String.valueOf(version.number()),
        version.firstPeriodEnd(),
        version.whatChanged().strip(),
        String.valueOf(version.breaksSeries()),
        version.source());
  }

  private static List<@Nullable String> target(IndicatorDefinition definition, Target target) {
    return Arrays.asList(
        definition.code(),
        target.value().toPlainString(),
        target.tolerance() == null ? null : target.tolerance().toPlainString(),
        target.from(),
        target.to(),
        target.source());
  }
}
