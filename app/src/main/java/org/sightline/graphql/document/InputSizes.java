package org.sightline.graphql.document;

import graphql.GraphQLError;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.StringValue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds every list and every text of a request to its limit, however deep it lies: those written in
 * the document, defaults and directives included, and those sent as variables, used or not.
 */
final class InputSizes {
  private final Limits limits;

  InputSizes(Limits limits) {
    this.limits = limits;
  }

  /** Of the values that are written in a document. */
  Optional<GraphQLError> refusal(Document document) {
    Deque<Node<?>> left = new ArrayDeque<>();
    left.add(document);
    while (!left.isEmpty()) {
      Node<?> node = left.pop();
      Optional<GraphQLError> refusal = ofNode(node);
      if (refusal.isPresent()) {
        return refusal;
      }
      node.getChildren().forEach(left::push);
    }
    return Optional.empty();
  }

  /** Of the variables, as they came. */
  Optional<GraphQLError> refusal(Map<String, ? extends @Nullable Object> variables) {
    Deque<Object> left = new ArrayDeque<>();
    left.add(variables);
    while (!left.isEmpty()) {
      Object value = left.pop();
      Optional<GraphQLError> refusal = ofValue(value, left);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<GraphQLError> ofNode(Node<?> node) {
    return switch (node) {
      case ArrayValue array -> ofList(array.getValues().size());
      case StringValue text when text.getValue() != null -> ofText(text.getValue().length());
      default -> Optional.empty();
    };
  }

  private Optional<GraphQLError> ofValue(Object value, Deque<Object> left) {
    return switch (value) {
      case Map<?, ?> fields -> {
        push(fields.values(), left);
        yield Optional.empty();
      }
      case Collection<?> entries -> {
        push(entries, left);
        yield ofList(entries.size());
      }
      case String text -> ofText(text.length());
      default -> Optional.empty();
    };
  }

  private static void push(Collection<? extends @Nullable Object> values, Deque<Object> left) {
    for (@Nullable Object value : values) {
      if (value != null) {
        left.push(value);
      }
    }
  }

  private Optional<GraphQLError> ofList(int entries) {
    return entries > limits.listEntries()
        ? Optional.of(
            Refusals.tooCostly(
                "list-entries",
                limits.listEntries(),
                "A list that is sent has at most %s entries. Send the others in another request."))
        : Optional.empty();
  }

  private Optional<GraphQLError> ofText(int characters) {
    return characters > limits.textCharacters()
        ? Optional.of(
            Refusals.tooCostly(
                "text-characters",
                limits.textCharacters(),
                "A text that is sent has at most %s characters."))
        : Optional.empty();
  }
}
