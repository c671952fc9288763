package org.sightline.graphql.document;

import graphql.GraphQLError;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a condition of {@code @skip} or {@code @include} whose variable is sent as null. It is
 * valid where the variable has a default, and the engine takes it for a fault of its own.
 */
public final class ConditionMistakes {
  private ConditionMistakes() {}

  /**
   * The first such condition of an operation and of its document's fragments, as an error.
   *
   * @param variables as they were sent
   */
  @SuppressWarnings("rawtypes") // Of the library's own signature.
  public static Optional<GraphQLError> find(
      Document document,
      OperationDefinition operation,
      Map<String, ? extends @Nullable Object> variables) {
    if (variables.values().stream().allMatch(value -> value != null)) {
      return Optional.empty();
    }
    List<Node> parts = new ArrayList<>(document.getDefinitionsOfType(FragmentDefinition.class));
    parts.add(operation);
    NullConditions found = new NullConditions(variables);
    Object _ = new NodeTraverser().preOrder(found, parts);
    return found.places.stream()
        .findFirst()
        .map(
            place ->
                Refusals.wrong(
                    "'if' of @%s may not be null: send true or false in its variable."
                        .formatted(place.getName()),
                    place.getSourceLocation()));
  }

  /** The library's own visitor has the raw type. */
  @SuppressWarnings("rawtypes")
  private static final class NullConditions extends NodeVisitorStub {
    private final List<Directive> places = new ArrayList<>();
    private final Map<String, ? extends @Nullable Object> variables;

    NullConditions(Map<String, ? extends @Nullable Object> variables) {
      this.variables = variables;
    }

    @Override
    public TraversalControl visitDirective(Directive directive, TraverserContext<Node> context) {
      if (directive.getArguments().stream().map(Argument::getValue).anyMatch(this::isNull)) {
        places.add(directive);
      }
      return TraversalControl.CONTINUE;
    }

    private boolean isNull(@Nullable Object value) {
      return value instanceof VariableReference variable
          && variables.containsKey(variable.getName())
          && variables.get(variable.getName()) == null;
    }
  }
}
