package org.sightline.graphql.schema;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.RoomFields;

/**
 * Finds, at start, whatever of the schema the rooms do not answer, and what they answer that the
 * schema does not have.
 */
record WiringCheck(
    GraphQLSchema schema,
    RuntimeWiring wiring,
    Collection<? extends RoomFields> rooms,
    Collection<? extends NodeSource> nodes) {

  /**
   * @throws IllegalStateException with one sentence per finding
   */
  void run() {
    String found =
        Stream.of(
                new AnswerCheck(schema, wiring, rooms).findings(),
                new EnumCheck(schema, wiring, rooms).findings(),
                new NodeCheck(schema, nodes).findings(),
                new ReachCheck(schema).findings())
            .flatMap(sentences -> sentences)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    if (!found.isEmpty()) {
      throw new IllegalStateException(found);
    }
  }
}
