package org.sightline.schema.release;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may leave a released contract: what it calls deprecated with a day up to which it is kept,
 * when that day has gone; and the types to which nothing else leads.
 */
final class Departures {
  private static final Pattern KEPT_UNTIL =
      Pattern.compile("Kept until (\\d{4}-\\d{2}-\\d{2})\\.$");

  private final Definitions released;
  private final LocalDate today;
  private final Set<String> staying = new HashSet<>();

  Departures(Definitions released, LocalDate today) {
    this.released = released;
    this.today = today;
    Deque<String> open = new ArrayDeque<>(released.roots().values());
    released
        .directives()
        .values()
        .forEach(directive -> directive.getInputValueDefinitions().forEach(v -> open.add(of(v))));
    while (!open.isEmpty()) {
      stay(open.pop(), open);
    }
  }

  private void stay(String typeName, Deque<String> open) {
    TypeDefinition<?> type = released.types().get(typeName);
    if (type != null && staying.add(typeName)) {
      follow(type).forEach(open::push);
    }
  }

  private Stream<String> follow(TypeDefinition<?> type) {
    return switch (type) {
      case InterfaceTypeDefinition contract ->
          Stream.concat(ofFields(contract), implementing(contract.getName()));
      case ObjectTypeDefinition object -> ofFields(object);
      case UnionTypeDefinition union -> union.getMemberTypes().stream().map(Departures::name);
      case InputObjectTypeDefinition input ->
          input.getInputValueDefinitions().stream().filter(this::stays).map(Departures::of);
      default -> Stream.empty();
    };
  }

  private Stream<String> ofFields(ImplementingTypeDefinition<?> container) {
    return Stream.concat(
        container.getFieldDefinitions().stream().filter(this::stays).flatMap(this::of),
        container.getImplements().stream().map(Departures::name));
  }

  private Stream<String> of(FieldDefinition field) {
    return Stream.concat(
        Stream.of(Safety.name(field.getType())),
        field.getInputValueDefinitions().stream().filter(this::stays).map(Departures::of));
  }

  private static String of(InputValueDefinition value) {
    return Safety.name(value.getType());
  }

  private Stream<String> implementing(String typeName) {
    return released.types().values().stream()
        .filter(type -> implemented(type).contains(typeName))
        .map(TypeDefinition::getName);
  }

  private static List<String> implemented(TypeDefinition<?> type) {
    return type instanceof ImplementingTypeDefinition<?> container
        ? container.getImplements().stream().map(Departures::name).toList()
        : List.of();
  }

  @SuppressWarnings("rawtypes") // as the library gives them
  private static String name(Type type) {
    return Safety.name(type);
  }

  /** Whether a released type may leave. */
  boolean mayGo(TypeDefinition<?> type) {
    return !staying.contains(type.getName());
  }

  private boolean stays(DirectivesContainer<?> element) {
    return !mayGo(element);
  }

  /** Whether a released field, argument, input field or enum value may leave. */
  boolean mayGo(DirectivesContainer<?> element) {
    return element.getDirectives("deprecated").stream().anyMatch(this::hasRunOut);
  }

  private boolean hasRunOut(Directive deprecated) {
    Argument reason = deprecated.getArgument("reason");
    return reason != null
        && reason.getValue() instanceof StringValue text
        && text.getValue() != null
        && hasRunOut(text.getValue());
  }

  private boolean hasRunOut(String reason) {
    Matcher day = KEPT_UNTIL.matcher(reason.strip());
    return day.find() && LocalDate.parse(day.group(1)).isBefore(today);
  }
}
