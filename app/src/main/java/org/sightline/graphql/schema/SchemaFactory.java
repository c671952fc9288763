package org.sightline.graphql.schema;

import graphql.schema.GraphQLSchema;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.util.List;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.RoomFields;

/** Makes the one schema that is served. */
@Factory
final class SchemaFactory {
  private static final String FOLDER = "sightline/schema";

  @Context
  GraphQLSchema schema(List<RoomFields> rooms, List<NodeSource> nodes) {
    return SchemaAssembly.assemble(SchemaTexts.in(FOLDER), rooms, nodes);
  }
}
