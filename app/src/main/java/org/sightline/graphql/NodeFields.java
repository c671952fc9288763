package org.sightline.graphql;

import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds any entity by its global id. */
@Singleton
class NodeFields implements RoomFields {
  private final List<NodeSource> sources;

  NodeFields(List<NodeSource> sources) {
    this.sources = sources;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(TypeRuntimeWiring.newTypeWiring("Query").dataFetcher("node", this::node))
        .type(TypeRuntimeWiring.newTypeWiring("Node").typeResolver(NodeFields::typeOf));
  }

  /** Every entity's record is named as its type in the schema. */
  private static @Nullable GraphQLObjectType typeOf(TypeResolutionEnvironment environment) {
    Object node = Objects.requireNonNull(environment.getObject());
    return environment.getSchema().getObjectType(node.getClass().getSimpleName());
  }

  private @Nullable Object node(DataFetchingEnvironment environment) {
    GlobalId id;
    try {
      id = GlobalId.decode(Objects.requireNonNull(environment.getArgument("id")));
    } catch (NotFound e) {
      return null;
    }
    return sources.stream()
        .filter(source -> source.typeName().equals(id.type()))
        .map(source -> source.find(id.key()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }
}
