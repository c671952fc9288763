package org.sightline.inspection.framework;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.Suggestions;

/** Every definition that inspections go by, as one snapshot knows them. */
public record Frameworks(
    List<Framework> frameworks,
    List<Grade> grades,
    List<VisitTheme> visitThemes,
    List<Theme> themes) {
  public Frameworks {
    frameworks = List.copyOf(frameworks);
    grades = List.copyOf(grades);
    visitThemes = List.copyOf(visitThemes);
    themes = List.copyOf(themes);
  }

  /** The framework of a code. */
  public Optional<Framework> find(String code) {
    return frameworks.stream().filter(framework -> framework.code().equals(code)).findFirst();
  }

  /**
   * The framework of a code that a caller asks for.
   *
   * @throws BadUserInput when there is none; the message names all
   */
  public Framework get(String code, String argument) {
    return find(code).orElseThrow(() -> unknown("framework", code, codes(), argument));
  }

  /**
   * The type of a code that a caller asks for, of any framework.
   *
   * @throws BadUserInput when there is none; the message names all
   */
  public InspectionType type(String code, String argument) {
    List<InspectionType> all =
        frameworks.stream().flatMap(framework -> framework.types().stream()).toList();
    return all.stream()
        .filter(type -> type.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    "type of inspection",
                    code,
                    all.stream().map(InspectionType::code).toList(),
                    argument));
  }

  /** The grade of a code on a scale. */
  public Optional<Grade> grade(String scale, String code) {
    return grades(scale).stream().filter(grade -> grade.code().equals(code)).findFirst();
  }

  /** The grades of a scale, the best first. */
  public List<Grade> grades(String scale) {
    return grades.stream().filter(grade -> grade.scale().equals(scale)).toList();
  }

  /** The theme of a visit that has a code. */
  public Optional<VisitTheme> visitTheme(String code) {
    return visitThemes.stream().filter(theme -> theme.code().equals(code)).findFirst();
  }

  /** The shared theme of a code. */
  public Optional<Theme> theme(String code) {
    return themes.stream().filter(theme -> theme.code().equals(code)).findFirst();
  }

  private List<String> codes() {
    return frameworks.stream().map(Framework::code).toList();
  }

  private static BadUserInput unknown(
      String what, String code, Collection<String> known, String argument) {
    return new BadUserInput(
        "There is no %s '%s'.%s Allowed: %s."
            .formatted(what, code, Suggestions.didYouMean(code, known), String.join(", ", known)),
        argument,
        List.copyOf(known));
  }
}
