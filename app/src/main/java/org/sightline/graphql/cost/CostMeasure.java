package org.sightline.graphql.cost;

import graphql.GraphQLException;
import graphql.execution.ValuesResolver;
import graphql.execution.conditional.ConditionalNodes;
import graphql.introspection.Introspection;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.graphql.document.ArgumentMistakes;

/**
 * Adds up what an operation costs. Each object of the answer costs 1 and each scalar nothing,
 * unless the schema says otherwise; what stands under a list counts as often as the list is taken
 * to be long. A fragment is measured once for each way in which the lists at its top are sized.
 */
final class CostMeasure {
  /** A question about the schema: its answer is large, and made without the database. */
  private static final long ABOUT_THE_SCHEMA = 100;

  /** Far more than any limit, and far from overflowing when it is added to itself. */
  private static final long ENDLESS = Long.MAX_VALUE / 4;

  private static final ConditionalNodes CONDITIONS = new ConditionalNodes();

  private final FieldCosts costs;
  private final Asked asked;
  private final Map<Sized, Long> measured = new HashMap<>();

  /** A fragment, and the lengths that its lists were given by the field around it. */
  private record Sized(String fragment, Map<String, Long> lengths) {}

  CostMeasure(FieldCosts costs, Asked asked) {
    this.costs = costs;
    this.asked = asked;
  }

  /**
   * The cost, 1 at least.
   *
   * @throws BadUserInput when a page is too long, a list that must be sliced is not, or a variable
   *     is null where nothing may be
   */
  long total() {
    OperationDefinition operation = asked.operation();
    GraphQLFieldsContainer root =
        operation.getOperation() == OperationDefinition.Operation.MUTATION
            ? Objects.requireNonNull(asked.schema().getMutationType())
            : asked.schema().getQueryType();
    return Math.max(1, selections(operation.getSelectionSet(), root, Map.of()));
  }

  private long selections(
      @Nullable SelectionSet set, GraphQLCompositeType parent, Map<String, Long> lengths) {
    if (set == null) {
      return 0;
    }
    long total = 0;
    for (Selection<?> selection : set.getSelections()) {
      if (isIncluded((DirectivesContainer<?>) selection)) {
        total = sum(total, selection(selection, parent, lengths));
      }
    }
    return total;
  }

  private boolean isIncluded(DirectivesContainer<?> selection) {
    List<Directive> directives = selection.getDirectives();
    return directives.isEmpty() || isChosen(selection);
  }

  private boolean isChosen(DirectivesContainer<?> selection) {
    return CONDITIONS.shouldInclude(
        selection, asked.variables().toMap(), asked.schema(), asked.context());
  }

  private long selection(
      Selection<?> selection, GraphQLCompositeType parent, Map<String, Long> lengths) {
    return switch (selection) {
      case Field field -> field(field, parent, lengths);
      case InlineFragment inline ->
          selections(inline.getSelectionSet(), type(inline.getTypeCondition(), parent), lengths);
      case FragmentSpread spread -> fragment(spread.getName(), parent, lengths);
      default -> 0;
    };
  }

  private GraphQLCompositeType type(@Nullable TypeName condition, GraphQLCompositeType parent) {
    return condition != null
            && asked.schema().getType(condition.getName()) instanceof GraphQLCompositeType type
        ? type
        : parent;
  }

  private long fragment(String name, GraphQLCompositeType parent, Map<String, Long> lengths) {
    Sized key = new Sized(name, lengths);
    @Nullable Long known = measured.get(key);
    if (known != null) {
      return known;
    }
    FragmentDefinition fragment = Objects.requireNonNull(asked.fragments().get(name));
    long cost =
        selections(fragment.getSelectionSet(), type(fragment.getTypeCondition(), parent), lengths);
    measured.put(key, cost);
    return cost;
  }

  private long field(Field field, GraphQLCompositeType parent, Map<String, Long> lengths) {
    String name = field.getName();
    if (name.startsWith("__")) {
      return aboutTheSchema(field);
    }
    GraphQLFieldDefinition definition =
        Objects.requireNonNull(((GraphQLFieldsContainer) parent).getFieldDefinition(name));
    FieldCost cost = costs.of(definition);
    // Those that say nothing of the cost, too: what they are is known before anything is read.
    Map<String, Object> arguments =
        cost.dependsOnArguments() || !field.getArguments().isEmpty()
            ? arguments(field, definition)
            : Map.of();
    refuseUnsliced(cost, arguments, parent.getName() + "." + name);
    long objects = cost.isList() ? length(cost, definition, arguments, lengths.get(name)) : 1;
    GraphQLOutputType type = definition.getType();
    long below =
        GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLCompositeType composite
            ? selections(field.getSelectionSet(), composite, beneath(cost, definition, arguments))
            : 0;
    return sum(cost.weight(), product(objects, sum(cost.perObject(), below)));
  }

  private long aboutTheSchema(Field field) {
    if (field.getName().equals(Introspection.TypeNameMetaFieldDef.getName())) {
      return 0;
    }
    if (field.getName().equals(Introspection.TypeMetaFieldDef.getName())) {
      Map<String, Object> _ = arguments(field, Introspection.TypeMetaFieldDef);
    }
    return ABOUT_THE_SCHEMA;
  }

  private long length(
      FieldCost cost,
      GraphQLFieldDefinition definition,
      Map<String, Object> arguments,
      @Nullable Long givenAbove) {
    if (givenAbove != null) {
      return givenAbove;
    }
    return cost.sizes().stream()
        .filter(size -> size.sizedFields().isEmpty())
        .mapToLong(size -> size.size(definition, arguments, costs.sizes()))
        .findFirst()
        .orElse(ListSize.UNKNOWN);
  }

  /** The lengths that a field gives to lists right beneath it, by their names. */
  private Map<String, Long> beneath(
      FieldCost cost, GraphQLFieldDefinition definition, Map<String, Object> arguments) {
    if (cost.isConnection()) {
      return Map.of(FieldCost.EDGES, page(arguments));
    }
    Map<String, Long> lengths = new HashMap<>();
    for (ListSize size : cost.sizes()) {
      for (String name : size.sizedFields()) {
        lengths.put(name, size.size(definition, arguments, costs.sizes()));
      }
    }
    return lengths;
  }

  private static long page(Map<String, Object> arguments) {
    return arguments.get(FieldCost.FIRST) instanceof Integer first
        ? PageRequest.requireLength(first)
        : ListSize.UNKNOWN;
  }

  private static void refuseUnsliced(FieldCost cost, Map<String, Object> arguments, String field) {
    for (ListSize size : cost.sizes()) {
      if (size.isSliceRequired() && size.given(arguments) != 1) {
        throw new BadUserInput(
            "'%s' needs exactly one of these arguments, which say how long its list is: %s."
                .formatted(field, String.join(", ", size.slicingArguments())));
      }
    }
  }

  private Map<String, Object> arguments(Field field, GraphQLFieldDefinition definition) {
    ArgumentMistakes.refuse(field, definition, asked.variables().toMap());
    try {
      return ValuesResolver.getArgumentValues(
          asked.schema().getCodeRegistry(),
          definition.getArguments(),
          field.getArguments(),
          asked.variables(),
          asked.context(),
          asked.locale());
    } catch (GraphQLException e) {
      throw ArgumentMistakes.explained(e, field, definition, asked.variables().toMap());
    }
  }

  private static long sum(long one, long other) {
    return Math.min(ENDLESS, one + other);
  }

  private static long product(long one, long other) {
    return Math.multiplyHigh(one, other) == 0 && one * other >= 0
        ? Math.min(ENDLESS, one * other)
        : ENDLESS;
  }
}
