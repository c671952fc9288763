package org.sightline.migrations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;

/** The words that inspections and plans share: grades, themes of visits, themes, colours. */
record Vocabularies(
    List<Scale> scales, List<VisitTheme> visitThemes, List<Theme> themes, List<Scheme> schemes) {
  private static final List<String> STATES =
      List.of(
          "NOT_STARTED",
          "ON_TRACK",
          "AT_RISK",
          "OVERDUE",
          "COMPLETED",
          "COMPLETED_WITH_IMPACT",
          "NOT_STATED");

  /** Grades from the best to the worst. */
  record Scale(
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String source,
      @JsonProperty(required = true) List<Grade> grades) {}

  /**
   * @param aliases other words of files for it, null where there are none
   */
  record Grade(
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String name,
      @Nullable List<String> aliases) {
    List<String> words() {
      Stream<String> others = aliases == null ? Stream.of() : aliases.stream();
      return Stream.concat(Stream.of(code, name), others)
          .map(word -> word.toLowerCase(Locale.ROOT))
          .distinct()
          .toList();
    }
  }

  /** What a visit may be about. */
  record VisitTheme(
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String source) {}

  /** What findings and workstreams are compared by. */
  record Theme(
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String description) {}

  /** The colours of a plan. */
  record Scheme(
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String source,
      @JsonProperty(required = true) List<Status> statuses) {}

  /** A colour, and what it means in its scheme. */
  record Status(
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String meaning,
      @JsonProperty(required = true) String state) {}

  /**
   * @throws MigrationFailure with a sentence that names the definition and the rule
   */
  static Vocabularies read(Optional<Path> more) {
    Vocabularies read =
        new Vocabularies(
            YamlLists.read("definitions/grade-scales", more, new TypeReference<>() {}),
            YamlLists.read("definitions/visit-themes", more, new TypeReference<>() {}),
            YamlLists.read("definitions/themes", more, new TypeReference<>() {}),
            YamlLists.read("definitions/status-schemes", more, new TypeReference<>() {}));
    read.check();
    return read;
  }

  private void check() {
    Once.of("grade scale", scales, Scale::code);
    Once.of("theme of visits", visitThemes, VisitTheme::code);
    Once.of("theme", themes, Theme::code);
    Once.of("status scheme", schemes, Scheme::code);
    scales.forEach(Vocabularies::check);
    schemes.forEach(Vocabularies::check);
  }

  private static void check(Scale scale) {
    List<String> words = new ArrayList<>();
    for (String word : scale.grades().stream().flatMap(grade -> grade.words().stream()).toList()) {
      Once.require(
          !words.contains(word),
          "The grade scale '%s' has two grades that may be written '%s'."
              .formatted(scale.code(), word));
      words.add(word);
    }
  }

  private static void check(Scheme scheme) {
    Once.of("status of the scheme '%s'".formatted(scheme.code()), scheme.statuses(), Status::code);
    for (Status status : scheme.statuses()) {
      Once.require(
          STATES.contains(status.state()),
          "The status scheme '%s' maps %s to the state '%s'. Allowed: %s."
              .formatted(scheme.code(), status.code(), status.state(), STATES));
    }
  }

  /** Tables of texts, under the names that {@code load-reference.sql} knows. */
  List<DefinitionFile> tables() {
    return List.of(
        TextTable.of("grades.csv", "scale,code,name,position,aliases", grades()),
        TextTable.of(
            "visit_themes.csv",
            "code,name,source",
            visitThemes.stream()
                .map(theme -> TextTable.row(theme.code(), theme.name(), theme.source()))),
        TextTable.of(
            "themes.csv",
            "code,name,description,position",
            themes.stream()
                .map(
                    theme ->
                        TextTable.row(
                            theme.code(),
                            theme.name(),
                            theme.description(),
                            themes.indexOf(theme) + 1))),
        TextTable.of(
            "status_schemes.csv",
            "code,name,source",
            schemes.stream()
                .map(scheme -> TextTable.row(scheme.code(), scheme.name(), scheme.source()))),
        TextTable.of("scheme_statuses.csv", "scheme,code,name,meaning,state,position", statuses()));
  }

  private Stream<List<@Nullable String>> grades() {
    return scales.stream()
        .flatMap(
            scale ->
                scale.grades().stream()
                    .map(
                        grade ->
                            TextTable.row(
                                scale.code(),
                                grade.code(),
                                grade.name(),
                                scale.grades().indexOf(grade) + 1,
                                grade.aliases() == null
                                    ? null
                                    : String.join("|", grade.aliases()))));
  }

  private Stream<List<@Nullable String>> statuses() {
    return schemes.stream()
        .flatMap(
            scheme ->
                scheme.statuses().stream()
                    .map(
                        status ->
                            TextTable.row(
                                scheme.code(),
                                status.code(),
                                status.name(),
                                status.meaning(),
                                status.state(),
                                scheme.statuses().indexOf(status) + 1)));
  }
}
