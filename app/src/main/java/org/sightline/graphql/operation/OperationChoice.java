package org.sightline.graphql.operation;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Suggestions;

/** Which of a document's operations is to run. */
record OperationChoice(Document document, @Nullable String operationName) {
  Optional<OperationDefinition> chosen() {
    List<OperationDefinition> operations = operations();
    if (operationName == null) {
      return operations.size() == 1 ? Optional.of(operations.getFirst()) : Optional.empty();
    }
    return operations.stream()
        .filter(operation -> operationName.equals(operation.getName()))
        .findFirst();
  }

  /** Why none is chosen. */
  String explanation() {
    List<String> names =
        operations().stream().map(OperationDefinition::getName).filter(Objects::nonNull).toList();
    if (operations().isEmpty()) {
      return "The document has no operation: begin with 'query' or '{'.";
    }
    if (operationName == null) {
      return "The document has several operations: name one in 'operationName'. They are: %s."
          .formatted(String.join(", ", names));
    }
    return "The document has no operation '%s'.%s%s"
        .formatted(
            operationName,
            Suggestions.didYouMean(operationName, names),
            names.isEmpty() ? "" : " It has: " + String.join(", ", names) + ".");
  }

  private List<OperationDefinition> operations() {
    return document.getDefinitionsOfType(OperationDefinition.class);
  }
}
