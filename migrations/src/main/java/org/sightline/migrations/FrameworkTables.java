package org.sightline.migrations;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;

/** Frameworks as tables of texts, under the names that {@code load-reference.sql} knows. */
record FrameworkTables(List<FrameworkDefinition> frameworks) {
  /**
   * @throws MigrationFailure with a sentence that names the framework and the rule
   */
  static FrameworkTables read(Optional<Path> more, Vocabularies vocabularies) {
    List<FrameworkDefinition> frameworks =
        YamlLists.readEach(
            "definitions/frameworks", more, new TypeReference<FrameworkDefinition>() {});
    FrameworkRules.check(frameworks, vocabularies.scales());
    return new FrameworkTables(frameworks);
  }

  List<DefinitionFile> tables() {
    return List.of(
        TextTable.of(
            "frameworks.csv",
            "code,name,body,description,same_within_days,position,source",
            frameworks.stream().map(this::framework)),
        each(
            "framework_versions.csv",
            "framework,version,from,to,what_changed,source",
            FrameworkTables::versions),
        each(
            "judgement_areas.csv",
            "framework,code,name,scale,concept,position,source",
            FrameworkTables::areas),
        each(
            "framework_version_areas.csv",
            "framework,version,area",
            FrameworkTables::areasOfVersions),
        each(
            "inspection_types.csv",
            "code,framework,name,graded,areas,description,position,source",
            FrameworkTables::types),
        each(
            "framework_clocks.csv",
            "framework,version,code,name,type,begins_with,working_days,required,applies_to,source",
            FrameworkTables::clocks),
        each(
            "framework_windows.csv",
            "framework,version,code,area,grades,next_type,from_months,to_months,source",
            FrameworkTables::windows));
  }

  /** A table of what hangs on frameworks. */
  private DefinitionFile each(
      String name,
      String columns,
      Function<FrameworkDefinition, Stream<List<@Nullable String>>> rows) {
    return TextTable.of(name, columns, frameworks.stream().flatMap(rows));
  }

  private List<@Nullable String> framework(FrameworkDefinition one) {
    return TextTable.row(
        one.code(),
        one.name(),
        one.body(),
        one.description(),
        one.sameWithinDays(),
        frameworks.indexOf(one) + 1,
        one.source());
  }

  private static Stream<List<@Nullable String>> versions(FrameworkDefinition of) {
    return of.versions().stream()
        .map(
            one ->
                TextTable.row(
                    of.code(),
                    one.version(),
                    one.from(),
                    one.to(),
                    one.whatChanged(),
                    one.source()));
  }

  private static Stream<List<@Nullable String>> areas(FrameworkDefinition of) {
    return of.areasOrNone().stream()
        .map(
            one ->
                TextTable.row(
                    of.code(),
                    one.code(),
                    one.name(),
                    one.scale(),
                    one.concept(),
                    of.areasOrNone().indexOf(one) + 1,
                    one.source()));
  }

  private static Stream<List<@Nullable String>> areasOfVersions(FrameworkDefinition of) {
    return of.versions().stream()
        .flatMap(
            version ->
                version.areasOrNone().stream()
                    .map(area -> TextTable.row(of.code(), version.version(), area)));
  }

  private static Stream<List<@Nullable String>> types(FrameworkDefinition of) {
    return of.types().stream()
        .map(
            one ->
                TextTable.row(
                    one.code(),
                    of.code(),
                    one.name(),
                    one.graded(),
                    joined(one.areas()),
                    one.description(),
                    of.types().indexOf(one) + 1,
                    one.source()));
  }

  private static Stream<List<@Nullable String>> clocks(FrameworkDefinition of) {
    return of.clocksOrNone().stream()
        .flatMap(
            one ->
                of.versionsOrAll(one.versions()).stream()
                    .map(
                        version ->
                            TextTable.row(
                                of.code(),
                                version,
                                one.code(),
                                one.name(),
                                one.type(),
                                one.beginsWith(),
                                one.workingDays(),
                                one.required(),
                                one.appliesTo(),
                                one.source())));
  }

  private static Stream<List<@Nullable String>> windows(FrameworkDefinition of) {
    return of.windowsOrNone().stream()
        .flatMap(
            one ->
                of.versionsOrAll(one.versions()).stream()
                    .map(
                        version ->
                            TextTable.row(
                                of.code(),
                                version,
                                one.code(),
                                one.area(),
                                joined(one.grades()),
                                one.nextType(),
                                one.fromMonths(),
                                one.toMonths(),
                                one.source())));
  }

  private static @Nullable String joined(@Nullable List<String> codes) {
    return codes == null ? null : String.join("|", codes);
  }
}
