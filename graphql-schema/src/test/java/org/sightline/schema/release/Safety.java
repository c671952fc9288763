package org.sightline.schema.release;

import graphql.language.AstPrinter;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;

/** Whether another type does to those who wrote against the first. */
final class Safety {
  private Safety() {}

  /** An answer may come to be always there; it may not come to be absent or another thing. */
  static boolean ofOutput(Type<?> was, Type<?> is) {
    return switch (is) {
      case NonNullType must when was instanceof NonNullType had ->
          ofOutput(had.getType(), must.getType());
      case NonNullType must -> ofOutput(was, must.getType());
      case ListType list -> was instanceof ListType had && ofOutput(had.getType(), list.getType());
      default -> sameName(was, is);
    };
  }

  /** An input may come to be left out; it may not come to be demanded or another thing. */
  static boolean ofInput(Type<?> was, Type<?> is) {
    return switch (was) {
      case NonNullType had when is instanceof NonNullType must ->
          ofInput(had.getType(), must.getType());
      case NonNullType had -> ofInput(had.getType(), is);
      case ListType had -> is instanceof ListType list && ofInput(had.getType(), list.getType());
      default -> sameName(was, is);
    };
  }

  /** Whether nobody can leave a value out. */
  static boolean isDemanded(InputValueDefinition value) {
    return value.getType() instanceof NonNullType && value.getDefaultValue() == null;
  }

  /** A type as it is written, such as {@code [Council!]!}. */
  static String text(Type<?> type) {
    return AstPrinter.printAst(type);
  }

  /** The name of a type without its lists and marks. */
  static String name(Type<?> type) {
    return switch (type) {
      case NonNullType must -> name(must.getType());
      case ListType list -> name(list.getType());
      case TypeName named -> named.getName();
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  private static boolean sameName(Type<?> was, Type<?> is) {
    return was instanceof TypeName had
        && is instanceof TypeName has
        && had.getName().equals(has.getName());
  }
}
