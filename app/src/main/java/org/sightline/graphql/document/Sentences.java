package org.sightline.graphql.document;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sightline.graphql.Suggestions;

/** What is said to somebody whose document does not fit the schema. */
final class Sentences {
  private static final int MOST_NAMES = 40;
  private static final int EXAMPLE_FIELDS = 3;

  private Sentences() {}

  static String noField(GraphQLSchema schema, GraphQLCompositeType parent, String asked) {
    if (parent instanceof GraphQLUnionType union) {
      List<String> members = union.getTypes().stream().map(GraphQLNamedType::getName).toList();
      return "'%s' is one of several types: choose fields of each, as in ... on %s { ... }. It is one of: %s."
          .formatted(parent.getName(), members.getFirst(), list(members));
    }
    List<String> fields =
        parent instanceof GraphQLFieldsContainer container
            ? names(container.getFieldDefinitions())
            : List.of();
    String roots = parent.equals(schema.getQueryType()) ? " Questions are: " : " It has: ";
    return "'%s' has no field '%s'.%s%s%s."
        .formatted(
            parent.getName(), asked, Suggestions.didYouMean(asked, fields), roots, list(fields));
  }

  static String noArgument(GraphQLFieldDefinition field, String name, String asked) {
    List<String> arguments = names(field.getArguments());
    String takes = arguments.isEmpty() ? "It takes none" : "It takes: " + list(arguments);
    return "'%s' has no argument '%s'.%s %s."
        .formatted(name, asked, Suggestions.didYouMean(asked, arguments), takes);
  }

  static String missingArguments(String name, List<GraphQLArgument> missing) {
    String needed =
        missing.stream()
            .map(one -> "'%s' (%s)".formatted(one.getName(), typeText(one.getType())))
            .collect(Collectors.joining(" and "));
    return "'%s' needs the argument %s.".formatted(name, needed);
  }

  static String noType(GraphQLSchema schema, String asked) {
    List<String> types =
        schema.getAllTypesAsList().stream()
            .map(GraphQLNamedType::getName)
            .filter(name -> !name.startsWith("__"))
            .toList();
    return "There is no type '%s'.%s".formatted(asked, Suggestions.didYouMean(asked, types));
  }

  static String noOperation(Operation operation) {
    return "There is no %s here: only queries are answered."
        .formatted(operation.name().toLowerCase(Locale.ROOT));
  }

  static String chooseFields(String name, String field, GraphQLType type) {
    return "'%s' is %s: choose fields of it, for example %s { %s }."
        .formatted(name, typeText(type), field, exampleFields(type));
  }

  static String noFieldsToChoose(String name, GraphQLType type) {
    return "'%s' is %s and has no fields to choose: leave out the { ... } after it."
        .formatted(name, typeText(type));
  }

  /** The names, separated by commas; beyond forty, how many more there are. */
  static String list(Collection<String> names) {
    String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMES;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  static String typeText(GraphQLType type) {
    return GraphQLTypeUtil.simplePrint(type);
  }

  static List<String> names(Collection<? extends GraphQLNamedSchemaElement> elements) {
    return elements.stream().map(GraphQLNamedSchemaElement::getName).toList();
  }

  static TypeName unwrapped(Type<?> type) {
    return switch (type) {
      case NonNullType nonNull -> unwrapped(nonNull.getType());
      case ListType list -> unwrapped(list.getType());
      case TypeName name -> name;
      default -> throw new IllegalArgumentException("No such kind of type: " + type);
    };
  }

  private static String exampleFields(GraphQLType type) {
    if (!(type instanceof GraphQLFieldsContainer container)) {
      return "__typename";
    }
    String leaves =
        container.getFieldDefinitions().stream()
            .filter(field -> GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType())))
            .filter(field -> field.getArguments().isEmpty())
            .limit(EXAMPLE_FIELDS)
            .map(GraphQLFieldDefinition::getName)
            .collect(Collectors.joining(" "));
    return leaves.isEmpty() ? "..." : leaves;
  }
}
