package org.sightline.schema.release;

import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the directives of an element say of it, such as what it costs: another cost breaks no
 * document, but may refuse one that was near the limit.
 */
final class AppliedComparison {
  /** Those whose meaning is compared where it matters: the leaving, and the choice of one. */
  private static final Set<String> COMPARED_ELSEWHERE = Set.of("deprecated", "oneOf");

  private AppliedComparison() {}

  static void run(
      String path, DirectivesContainer<?> was, DirectivesContainer<?> is, Changes changes) {
    String had = text(was);
    String has = text(is);
    if (!had.equals(has)) {
      changes.dangerous(path, "Its directives were " + had + " and are " + has + ".");
    }
  }

  private static String text(DirectivesContainer<?> element) {
    Set<String> texts =
        element.getDirectives().stream()
            .filter(directive -> !COMPARED_ELSEWHERE.contains(directive.getName()))
            .map(AppliedComparison::text)
            .collect(Collectors.toCollection(TreeSet::new));
    return texts.isEmpty() ? "none" : String.join(" ", texts);
  }

  private static String text(Directive directive) {
    return AstPrinter.printAst(directive);
  }
}
