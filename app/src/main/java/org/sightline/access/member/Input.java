package org.sightline.access.member;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sightline.tenancy.Role;

/** Reads a mutation's one argument, {@code input}, whose fields the schema has checked. */
record Input(Map<String, Object> fields) {
  static Input of(DataFetchingEnvironment environment) {
    return new Input(Objects.requireNonNull(environment.<Map<String, Object>>getArgument("input")));
  }

  String text(String name) {
    return String.valueOf(fields.get(name));
  }

  int number(String name) {
    return (Integer) Objects.requireNonNull(fields.get(name));
  }

  Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Collection<?> named = (Collection<?>) Objects.requireNonNull(fields.get("roles"));
    named.forEach(name -> roles.add(Role.valueOf(String.valueOf(name))));
    return roles;
  }
}
