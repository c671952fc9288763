package org.sightline.graphql;

import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("node", this::node)
                .dataFetcher("nodes", this::nodes))
        .type(TypeRuntimeWiring.newTypeWiring("Node").typeResolver(NodeFields::typeOf));
  }

  /** Every entity's record is named as its type in the schema. */
  private static @Nullable GraphQLObjectType typeOf(TypeResolutionEnvironment environment) {
    Object node = Objects.requireNonNull(environment.getObject());
    return environment.getSchema().getObjectType(node.getClass().getSimpleName());
  }

  private @Nullable Object node(DataFetchingEnvironment environment) {
    return found(List.of(Arguments.required(environment, "id"))).getFirst().orElse(null);
  }

  private List<Optional<Object>> nodes(DataFetchingEnvironment environment) {
    return found(Objects.requireNonNull(environment.getArgument("ids")));
  }

  /** For each id what it names, in the same order; every type is asked once for all its ids. */
  private List<Optional<Object>> found(List<String> texts) {
    List<Optional<GlobalId>> ids = texts.stream().map(NodeFields::decoded).toList();
    Map<String, List<String>> keys =
        ids.stream()
            .flatMap(Optional::stream)
            .distinct()
            .collect(
                Collectors.groupingBy(
                    GlobalId::type, Collectors.mapping(GlobalId::key, Collectors.toList())));
    Map<GlobalId, Object> found = new HashMap<>();
    for (NodeSource source : sources) {
      List<String> wanted = keys.getOrDefault(source.typeName(), List.of());
      if (!wanted.isEmpty()) {
        source
            .find(wanted)
            .forEach((key, one) -> found.put(new GlobalId(source.typeName(), key), one));
      }
    }
    return ids.stream().map(id -> id.map(found::get)).toList();
  }

  private static Optional<GlobalId> decoded(String text) {
    try {
      return Optional.of(GlobalId.decode(text));
    } catch (NotFound e) {
      return Optional.empty();
    }
  }
}
