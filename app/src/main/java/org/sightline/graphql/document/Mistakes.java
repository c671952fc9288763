package org.sightline.graphql.document;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SourceLocation;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.ValidationErrorClassification;
import graphql.validation.ValidationErrorType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Walks an invalid document beside the schema and says, for each place where validation may find a
 * common mistake, what is wrong and what would do.
 */
final class Mistakes {
  private final GraphQLSchema schema;
  private final Map<Place, String> sentences = new HashMap<>();

  private Mistakes(GraphQLSchema schema) {
    this.schema = schema;
  }

  /** Where validation reports a mistake of a kind. */
  record Place(ValidationErrorClassification kind, SourceLocation location) {}

  static Map<Place, String> in(GraphQLSchema schema, Document document) {
    Mistakes mistakes = new Mistakes(schema);
    document.getDefinitionsOfType(OperationDefinition.class).forEach(mistakes::operation);
    document.getDefinitionsOfType(FragmentDefinition.class).forEach(mistakes::fragment);
    return mistakes.sentences;
  }

  private void operation(OperationDefinition operation) {
    operation.getVariableDefinitions().forEach(this::variable);
    GraphQLCompositeType root =
        switch (operation.getOperation()) {
          case QUERY -> schema.getQueryType();
          case MUTATION -> schema.getMutationType();
          case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    if (root == null) {
      say(
          ValidationErrorType.UnknownOperation,
          operation.getSourceLocation(),
          Sentences.noOperation(operation.getOperation()));
    }
    selections(operation.getSelectionSet(), root);
  }

  private void variable(VariableDefinition variable) {
    Type<?> type = variable.getType();
    TypeName named = Sentences.unwrapped(type);
    typeName(named);
    if (variable.getDefaultValue() != null
        && schema.getType(named.getName()) instanceof GraphQLInputType input
        && type instanceof TypeName) {
      InputMistakes.find(
              InputMistakes.plain(variable.getDefaultValue()), input, "$" + variable.getName())
          .ifPresent(
              sentence ->
                  say(
                      ValidationErrorType.BadValueForDefaultArg,
                      variable.getSourceLocation(),
                      sentence));
    }
  }

  private void fragment(FragmentDefinition fragment) {
    typeName(fragment.getTypeCondition());
    selections(fragment.getSelectionSet(), composite(fragment.getTypeCondition()));
  }

  private void typeName(@Nullable TypeName name) {
    if (name != null && schema.getType(name.getName()) == null) {
      say(
          ValidationErrorType.UnknownType,
          name.getSourceLocation(),
          Sentences.noType(schema, name.getName()));
    }
  }

  private void selections(@Nullable SelectionSet set, @Nullable GraphQLCompositeType parent) {
    if (set == null) {
      return;
    }
    for (Selection<?> selection : set.getSelections()) {
      if (selection instanceof Field field && parent != null) {
        field(field, parent);
      } else if (selection instanceof InlineFragment inline) {
        inline(inline, parent);
      }
    }
  }

  private void inline(InlineFragment inline, @Nullable GraphQLCompositeType parent) {
    TypeName condition = inline.getTypeCondition();
    typeName(condition);
    selections(inline.getSelectionSet(), condition == null ? parent : composite(condition));
  }

  private void field(Field field, GraphQLCompositeType parent) {
    GraphQLFieldDefinition definition = definition(field.getName(), parent);
    if (definition == null) {
      say(
          ValidationErrorType.FieldUndefined,
          field.getSourceLocation(),
          Sentences.noField(schema, parent, field.getName()));
      return;
    }
    String name = parent.getName() + "." + field.getName();
    field.getArguments().forEach(argument -> argument(argument, definition, name));
    missingArguments(field, definition, name);
    subselection(field, definition, name);
    GraphQLType below = GraphQLTypeUtil.unwrapAll(definition.getType());
    selections(field.getSelectionSet(), below instanceof GraphQLCompositeType type ? type : null);
  }

  private void argument(Argument argument, GraphQLFieldDefinition field, String name) {
    GraphQLArgument definition = field.getArgument(argument.getName());
    if (definition == null) {
      say(
          ValidationErrorType.UnknownArgument,
          argument.getSourceLocation(),
          Sentences.noArgument(field, name, argument.getName()));
      return;
    }
    Object value = InputMistakes.plain(argument.getValue());
    InputMistakes.find(value, definition.getType(), argument.getName())
        .ifPresent(
            sentence -> say(ValidationErrorType.WrongType, argument.getSourceLocation(), sentence));
  }

  private void missingArguments(Field field, GraphQLFieldDefinition definition, String name) {
    List<String> given = field.getArguments().stream().map(Argument::getName).toList();
    List<GraphQLArgument> missing =
        definition.getArguments().stream()
            .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()))
            .filter(argument -> !argument.hasSetDefaultValue())
            .filter(argument -> !given.contains(argument.getName()))
            .toList();
    if (!missing.isEmpty()) {
      say(
          ValidationErrorType.MissingFieldArgument,
          field.getSourceLocation(),
          Sentences.missingArguments(name, missing));
    }
  }

  private void subselection(Field field, GraphQLFieldDefinition definition, String name) {
    GraphQLType type = GraphQLTypeUtil.unwrapAll(definition.getType());
    say(
        ValidationErrorType.SubselectionRequired,
        field.getSourceLocation(),
        Sentences.chooseFields(name, field.getName(), type));
    say(
        ValidationErrorType.SubselectionNotAllowed,
        field.getSourceLocation(),
        Sentences.noFieldsToChoose(name, type));
  }

  private @Nullable GraphQLFieldDefinition definition(String name, GraphQLCompositeType parent) {
    if (name.startsWith("__")) {
      return introspection(name, parent);
    }
    return parent instanceof GraphQLFieldsContainer container
        ? container.getFieldDefinition(name)
        : null;
  }

  private @Nullable GraphQLFieldDefinition introspection(String name, GraphQLCompositeType parent) {
    if (name.equals(Introspection.TypeNameMetaFieldDef.getName())) {
      return Introspection.TypeNameMetaFieldDef;
    }
    if (!Objects.equals(parent, schema.getQueryType())) {
      return null;
    }
    return switch (name) {
      case "__schema" -> schema.getIntrospectionSchemaFieldDefinition();
      case "__type" -> schema.getIntrospectionTypeFieldDefinition();
      default -> null;
    };
  }

  private @Nullable GraphQLCompositeType composite(TypeName name) {
    return schema.getType(name.getName()) instanceof GraphQLCompositeType type ? type : null;
  }

  private void say(ValidationErrorType kind, @Nullable SourceLocation location, String sentence) {
    if (location != null) {
      sentences.put(new Place(kind, location), sentence);
    }
  }
}
