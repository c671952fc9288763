package org.sightline.schema.release;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sightline.schema.Contract;

/** Takes every element out of the contract in turn. */
final class WholeContractTest {
  private static final LocalDate TODAY = LocalDate.EPOCH;
  private final Definitions whole = Definitions.parse(Contract.printed());

  /** The contract without one of its elements. */
  private record Lacking(String path, TypeDefinition<?> type) {}

  /** One element of every type at a time, so that no type hides what is missed in another. */
  @Test
  void everyElementIsMissedWhereItIsGone() {
    List<List<Lacking>> all = whole.types().values().stream().map(type -> of(type).toList()).toList();
    int most = all.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < most; i++) {
      int turn = i;
      missed(all.stream().filter(of -> of.size() > turn).map(of -> of.get(turn)).toList());
    }
    assertThat(all.stream().mapToInt(List::size).sum()).isGreaterThan(1000);
  }

  private void missed(List<Lacking> lacking) {
    SortedMap<String, TypeDefinition<?>> types = new TreeMap<>(whole.types());
    lacking.forEach(one -> types.put(one.type().getName(), one.type()));
    assertThat(changes(types))
        .extracting(Change::path)
        .containsExactlyElementsOf(lacking.stream().map(Lacking::path).toList());
  }

  @Test
  void everyTypeIsMissedWhereItIsGone() {
    assertThat(changes(new TreeMap<>()))
        .extracting(Change::path)
        .containsExactlyElementsOf(whole.types().keySet());
  }

  @Test
  void theContractIsNoChangeOfItself() {
    assertThat(Comparison.of(whole, whole, TODAY)).isEmpty();
  }

  private List<Change> changes(SortedMap<String, TypeDefinition<?>> types) {
    return Comparison.of(
        whole, new Definitions(whole.roots(), types, whole.directives()), TODAY);
  }

  private static Stream<Lacking> of(TypeDefinition<?> type) {
    return switch (type) {
      case ObjectTypeDefinition object ->
          ofFields(
              type,
              object.getFieldDefinitions(),
              fields -> object.transform(copy -> copy.fieldDefinitions(fields)));
      case InterfaceTypeDefinition contract ->
          ofFields(
              type,
              contract.getFieldDefinitions(),
              fields -> contract.transform(copy -> copy.definitions(fields)));
      case EnumTypeDefinition choice ->
          each(
              type.getName() + ".%s",
              choice.getEnumValueDefinitions(),
              (List<EnumValueDefinition> values) ->
                  choice.transform(copy -> copy.enumValueDefinitions(values)));
      case InputObjectTypeDefinition input ->
          each(
              type.getName() + ".%s",
              input.getInputValueDefinitions(),
              (List<InputValueDefinition> values) ->
                  input.transform(copy -> copy.inputValueDefinitions(values)));
      default -> Stream.empty();
    };
  }

  private static Stream<Lacking> ofFields(
      TypeDefinition<?> type,
      List<FieldDefinition> fields,
      Function<List<FieldDefinition>, TypeDefinition<?>> with) {
    return Stream.concat(
        each(type.getName() + ".%s", fields, with),
        fields.stream().flatMap(field -> ofArguments(type, field, fields, with)));
  }

  private static Stream<Lacking> ofArguments(
      TypeDefinition<?> type,
      FieldDefinition field,
      List<FieldDefinition> fields,
      Function<List<FieldDefinition>, TypeDefinition<?>> with) {
    return each(
        type.getName() + "." + field.getName() + "(%s)",
        field.getInputValueDefinitions(),
        arguments -> {
          List<FieldDefinition> others = new ArrayList<>(fields);
          others.set(
              fields.indexOf(field),
              field.transform(copy -> copy.inputValueDefinitions(arguments)));
          return with.apply(others);
        });
  }

  private static <N extends NamedNode<?>> Stream<Lacking> each(
      String path, List<N> elements, Function<List<N>, TypeDefinition<?>> with) {
    return elements.stream()
        .map(
            element ->
                new Lacking(
                    path.formatted(element.getName()),
                    with.apply(elements.stream().filter(other -> other != element).toList())));
  }
}
