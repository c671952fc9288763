package org.sightline.schema.release;

import graphql.language.AstPrinter;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is different between the fields of two types, and between what may be given to them. */
record FieldComparison(Departures departures, Changes changes) {

  /** The fields of an object or an interface. */
  void fields(String typeName, List<FieldDefinition> was, List<FieldDefinition> is) {
    Map<String, FieldDefinition> present = Comparison.byName(is);
    was.forEach(
        field -> field(typeName + "." + field.getName(), field, present.get(field.getName())));
  }

  private void field(String path, FieldDefinition was, @Nullable FieldDefinition is) {
    if (is == null) {
      fieldGone(path, was);
      return;
    }
    if (!Safety.ofOutput(was.getType(), is.getType())) {
      changes.different(path, typeChange(Safety.text(was.getType()), Safety.text(is.getType())));
    }
    values(path + "(%s)", was.getInputValueDefinitions(), is.getInputValueDefinitions());
    AppliedComparison.run(path, was, is, changes);
  }

  private void fieldGone(String path, FieldDefinition was) {
    if (!departures.mayGo(was)) {
      changes.gone(path, "The field is gone.");
    }
  }

  /**
   * The arguments of a field or a directive, or the fields of an input object.
   *
   * @param path with {@code %s} where the name stands
   */
  void values(String path, List<InputValueDefinition> was, List<InputValueDefinition> is) {
    Map<String, InputValueDefinition> present = Comparison.byName(is);
    was.forEach(
        value -> value(path.formatted(value.getName()), value, present.get(value.getName())));
    Map<String, InputValueDefinition> released = Comparison.byName(was);
    is.stream()
        .filter(value -> !released.containsKey(value.getName()) && Safety.isDemanded(value))
        .forEach(
            value ->
                changes.demanded(
                    path.formatted(value.getName()), "It is new and must be given."));
  }

  private void value(String path, InputValueDefinition was, @Nullable InputValueDefinition is) {
    if (is == null) {
      valueGone(path, was);
      return;
    }
    if (!Safety.ofInput(was.getType(), is.getType())) {
      changes.different(path, typeChange(Safety.text(was.getType()), Safety.text(is.getType())));
    } else if (!Safety.isDemanded(was) && Safety.isDemanded(is)) {
      changes.demanded(path, "It could be left out and must now be given.");
    } else if (!Safety.isDemanded(was)) {
      defaults(path, text(was.getDefaultValue()), text(is.getDefaultValue()));
    }
    AppliedComparison.run(path, was, is, changes);
  }

  private void valueGone(String path, InputValueDefinition was) {
    if (!departures.mayGo(was)) {
      changes.gone(path, "It can no longer be given.");
    }
  }

  private void defaults(String path, String was, String is) {
    if (!was.equals(is)) {
      changes.dangerous(path, "Its default was " + was + " and is " + is + ".");
    }
  }

  private static String text(@Nullable Value<?> value) {
    return value == null ? "none" : AstPrinter.printAst(value);
  }

  private static String typeChange(String was, String is) {
    return "Its type was " + was + " and is " + is + ".";
  }
}
