package org.sightline.graphql.schema;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.RoomFields;

/** Merges the schema's files and wires them to the rooms. */
public final class SchemaAssembly {
  private SchemaAssembly() {}

  /**
   * The executable schema, of which no id finds anything.
   *
   * @param texts the files' texts by name
   * @throws IllegalStateException as with sources of nodes
   */
  public static GraphQLSchema assemble(
      Map<String, String> texts, Collection<? extends RoomFields> rooms) {
    return assemble(texts, rooms, List.of());
  }

  /**
   * The executable schema.
   *
   * @param texts the files' texts by name
   * @throws IllegalStateException with one sentence for each thing that the schema has and the
   *     rooms do not, or the other way
   */
  public static GraphQLSchema assemble(
      Map<String, String> texts,
      Collection<? extends RoomFields> rooms,
      Collection<? extends NodeSource> nodes) {
    TypeDefinitionRegistry types = merged(texts);
    RuntimeWiring wiring = wiring(rooms);
    GraphQLSchema schema = new SchemaGenerator().makeExecutableSchema(types, wiring);
    new WiringCheck(schema, wiring, rooms, nodes).run();
    return schema;
  }

  private static TypeDefinitionRegistry merged(Map<String, String> texts) {
    TypeDefinitionRegistry merged = new TypeDefinitionRegistry();
    texts.forEach((name, text) -> merged.merge(parse(name, text)));
    return merged;
  }

  private static TypeDefinitionRegistry parse(String name, String text) {
    try {
      return new SchemaParser().parse(text);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "The schema file " + name + " is wrong: " + e.getMessage(), e);
    }
  }

  private static RuntimeWiring wiring(Collection<? extends RoomFields> rooms) {
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    Scalars.ALL.forEach(wiring::scalar);
    rooms.forEach(room -> room.wire(wiring));
    return wiring.build();
  }
}
