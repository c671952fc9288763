package org.sightline.graphql.document;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How deep and wide a document is, as it would be executed. Each fragment is measured once, so that
 * measuring takes time in proportion to the text, whatever the fragments multiply to.
 */
final class DocumentShape {
  private static final Set<String> INTROSPECTION = Set.of("__schema", "__type");

  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, Extent> measured = new HashMap<>();
  private final Set<String> beingMeasured = new HashSet<>();

  private DocumentShape(Document document) {
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
  }

  /**
   * Counts of an operation; each stays at the largest integer instead of overflowing.
   *
   * @param fragments on one way from the operation to a field, written there or spread
   * @param repeats of one field, by the name of its answer, right beside each other
   */
  record Extent(int depth, int fields, int aliases, int directives, int fragments, int repeats) {
    static final Extent NONE = new Extent(0, 0, 0, 0, 0, 0);

    Extent beside(Extent other) {
      return new Extent(
          Math.max(depth, other.depth),
          sum(fields, other.fields),
          sum(aliases, other.aliases),
          sum(directives, other.directives),
          Math.max(fragments, other.fragments),
          Math.max(repeats, other.repeats));
    }

    Extent largest(Extent other) {
      return new Extent(
          Math.max(depth, other.depth),
          Math.max(fields, other.fields),
          Math.max(aliases, other.aliases),
          Math.max(directives, other.directives),
          Math.max(fragments, other.fragments),
          Math.max(repeats, other.repeats));
    }

    Extent inAFragment() {
      return new Extent(depth, fields, aliases, directives, sum(fragments, 1), repeats);
    }

    private static int sum(int one, int other) {
      return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
    }
  }

  /** The largest counts of any one operation of the document. */
  static Extent of(Document document) {
    DocumentShape shape = new DocumentShape(document);
    Extent largest = Extent.NONE;
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      largest = largest.largest(shape.operation(operation));
    }
    return largest;
  }

  private Extent operation(OperationDefinition operation) {
    int onVariables =
        operation.getVariableDefinitions().stream()
            .mapToInt(variable -> variable.getDirectives().size())
            .sum();
    return directives(operation)
        .beside(new Extent(0, 0, 0, onVariables, 0, 0))
        .beside(selections(operation.getSelectionSet()));
  }

  private Extent selections(@Nullable SelectionSet set) {
    if (set == null) {
      return Extent.NONE;
    }
    Extent total = new Extent(0, 0, 0, 0, 0, repeats(set));
    for (Selection<?> selection : set.getSelections()) {
      total = total.beside(selection(selection));
    }
    return total;
  }

  /** Each two of one name are compared with each other: their number counts squared. */
  private static int repeats(SelectionSet set) {
    Map<String, Integer> counts = new HashMap<>();
    int most = 0;
    for (Selection<?> selection : set.getSelections()) {
      if (selection instanceof Field field) {
        most = Math.max(most, counts.merge(field.getResultKey(), 1, Integer::sum));
      }
    }
    return most;
  }

  private Extent selection(Selection<?> selection) {
    return switch (selection) {
      case Field field -> field(field);
      case InlineFragment inline ->
          directives(inline).beside(selections(inline.getSelectionSet()).inAFragment());
      case FragmentSpread spread ->
          directives(spread).beside(fragment(spread.getName()).inAFragment());
      default -> Extent.NONE;
    };
  }

  private Extent field(Field field) {
    Extent below = selections(field.getSelectionSet());
    int depth = INTROSPECTION.contains(field.getName()) ? 0 : 1 + below.depth();
    Extent itself =
        new Extent(depth, 1, field.getAlias() == null ? 0 : 1, field.getDirectives().size(), 0, 0);
    return itself.beside(
        new Extent(
            0,
            below.fields(),
            below.aliases(),
            below.directives(),
            below.fragments(),
            below.repeats()));
  }

  private Extent fragment(String name) {
    Extent known = measured.get(name);
    FragmentDefinition fragment = fragments.get(name);
    if (known != null) {
      return known;
    }
    // An unknown fragment or a cycle counts for nothing here: validation refuses it.
    if (fragment == null || !beingMeasured.add(name)) {
      return Extent.NONE;
    }
    Extent extent = directives(fragment).beside(selections(fragment.getSelectionSet()));
    measured.put(name, extent);
    return extent;
  }

  private static Extent directives(DirectivesContainer<?> container) {
    return new Extent(0, 0, 0, container.getDirectives().size(), 0, 0);
  }
}
