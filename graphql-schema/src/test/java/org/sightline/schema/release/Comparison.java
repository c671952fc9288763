package org.sightline.schema.release;

import graphql.language.DirectiveDefinition;
import graphql.language.DirectiveLocation;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is different between a released contract and another, for those who use the released. */
final class Comparison {
  private final Definitions released;
  private final Definitions present;
  private final Departures departures;
  private final Changes changes = new Changes();
  private final FieldComparison fields;

  private Comparison(Definitions released, Definitions present, LocalDate today) {
    this.released = released;
    this.present = present;
    departures = new Departures(released, today);
    fields = new FieldComparison(departures, changes);
  }

  /**
   * The changes, by weight and path.
   *
   * @param today the day on which something deprecated may have run out
   */
  static List<Change> of(Definitions released, Definitions present, LocalDate today) {
    Comparison comparison = new Comparison(released, present, today);
    comparison.run();
    return comparison.changes.found();
  }

  private void run() {
    released.roots().forEach(this::root);
    released.types().values().forEach(this::type);
    released.directives().values().forEach(this::directive);
  }

  private void root(String operation, String typeName) {
    String now = present.roots().get(operation);
    if (now == null) {
      changes.gone("schema." + operation, "There is no " + operation + " any more.");
    } else if (!now.equals(typeName)) {
      changes.different(
          "schema." + operation, "The type was " + typeName + " and is " + now + ".");
    }
  }

  private void type(TypeDefinition<?> was) {
    TypeDefinition<?> is = present.types().get(was.getName());
    if (is == null) {
      typeGone(was);
    } else if (!was.getClass().equals(is.getClass())) {
      changes.different(
          was.getName(), "It was " + kind(was) + " and is " + kind(is) + ".");
    } else {
      inside(was, is);
      applied(was, is);
    }
  }

  private void typeGone(TypeDefinition<?> was) {
    if (!departures.mayGo(was)) {
      changes.gone(was.getName(), "The type is gone, and something that stays led to it.");
    }
  }

  private void inside(TypeDefinition<?> was, TypeDefinition<?> is) {
    switch (was) {
      case ImplementingTypeDefinition<?> had -> container(had, (ImplementingTypeDefinition<?>) is);
      case InputObjectTypeDefinition had ->
          fields.values(
              had.getName() + ".%s",
              had.getInputValueDefinitions(),
              ((InputObjectTypeDefinition) is).getInputValueDefinitions());
      case EnumTypeDefinition had -> values(had, (EnumTypeDefinition) is);
      case UnionTypeDefinition had -> members(had, (UnionTypeDefinition) is);
      default -> {}
    }
  }

  private void container(ImplementingTypeDefinition<?> was, ImplementingTypeDefinition<?> is) {
    fields.fields(was.getName(), was.getFieldDefinitions(), is.getFieldDefinitions());
    Set<String> had = names(was.getImplements());
    Set<String> has = names(is.getImplements());
    without(had, has)
        .forEach(gone -> changes.gone(was.getName(), "It is no longer of the interface " + gone + "."));
    without(has, had)
        .forEach(
            added ->
                changes.dangerous(
                    was.getName(), "It is now of the interface " + added + " too."));
  }

  private void values(EnumTypeDefinition was, EnumTypeDefinition is) {
    Map<String, EnumValueDefinition> has = byName(is.getEnumValueDefinitions());
    was.getEnumValueDefinitions().stream()
        .filter(value -> !has.containsKey(value.getName()) && !departures.mayGo(value))
        .forEach(
            value -> changes.gone(was.getName() + "." + value.getName(), "The enum value is gone."));
    without(has.keySet(), byName(was.getEnumValueDefinitions()).keySet())
        .forEach(
            added ->
                changes.dangerous(
                    was.getName() + "." + added,
                    "The enum value is new: programs may not expect it in an answer."));
  }

  private void members(UnionTypeDefinition was, UnionTypeDefinition is) {
    Set<String> had = names(was.getMemberTypes());
    Set<String> has = names(is.getMemberTypes());
    without(had, has)
        .forEach(gone -> changes.gone(was.getName(), "The union has no longer " + gone + "."));
    without(has, had)
        .forEach(
            added ->
                changes.dangerous(
                    was.getName(),
                    "The union has " + added + " too: programs may not expect it in an answer."));
  }

  private void applied(TypeDefinition<?> was, TypeDefinition<?> is) {
    boolean wasOneOf = was.hasDirective("oneOf");
    if (!wasOneOf && is.hasDirective("oneOf")) {
      changes.demanded(was.getName(), "Exactly one field must now be given, and no other.");
    }
    AppliedComparison.run(was.getName(), was, is, changes);
  }

  private void directive(DirectiveDefinition was) {
    String path = "@" + was.getName();
    DirectiveDefinition is = present.directives().get(was.getName());
    if (is == null) {
      changes.gone(path, "The directive is gone.");
      return;
    }
    if (was.isRepeatable() && !is.isRepeatable()) {
      changes.different(path, "It may no longer be repeated.");
    }
    without(locations(was), locations(is))
        .forEach(place -> changes.gone(path, "It may no longer stand on " + place + "."));
    fields.values(
        path + "(%s)", was.getInputValueDefinitions(), is.getInputValueDefinitions());
  }

  private static Set<String> locations(DirectiveDefinition directive) {
    return directive.getDirectiveLocations().stream()
        .map(DirectiveLocation::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static <N extends NamedNode<?>> Map<String, N> byName(Collection<N> nodes) {
    return nodes.stream().collect(Collectors.toMap(NamedNode::getName, Function.identity()));
  }

  @SuppressWarnings("rawtypes") // as the library gives them
  private static Set<String> names(List<Type> types) {
    return types.stream().map(type -> Safety.name(type)).collect(Collectors.toSet());
  }

  static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private static String kind(TypeDefinition<?> type) {
    return switch (type.getClass().getSimpleName()) {
      case "ObjectTypeDefinition" -> "an object";
      case "InterfaceTypeDefinition" -> "an interface";
      case "UnionTypeDefinition" -> "a union";
      case "EnumTypeDefinition" -> "an enum";
      case "InputObjectTypeDefinition" -> "an input object";
      default -> "a scalar";
    };
  }
}
