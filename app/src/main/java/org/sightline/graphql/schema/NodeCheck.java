package org.sightline.graphql.schema;

import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.graphql.NodeSource;

/** The nodes that no id would find, and the sources of what is no node. */
record NodeCheck(GraphQLSchema schema, Collection<? extends NodeSource> sources) {

  Stream<String> findings() {
    Set<String> nodes = nodes();
    List<String> found = sources.stream().map(NodeSource::typeName).toList();
    Stream<String> lost =
        nodes.stream()
            .filter(name -> !found.contains(name))
            .map(name -> "No room finds a " + name + " by its id, although it is a Node.");
    Stream<String> strangers =
        found.stream()
            .filter(name -> !nodes.contains(name))
            .map(name -> "A room finds " + name + " by an id, which is no Node of the schema.");
    Stream<String> twice =
        found.stream()
            .filter(name -> found.indexOf(name) != found.lastIndexOf(name))
            .map(name -> "More than one room finds a " + name + " by its id.");
    return Stream.of(lost, strangers, twice).flatMap(sentences -> sentences);
  }

  private Set<String> nodes() {
    return schema.getType("Node") instanceof GraphQLInterfaceType node
        ? Stream.ofNullable(schema.getImplementations(node))
            .flatMap(List::stream)
            .map(GraphQLNamedType::getName)
            .collect(Collectors.toSet())
        : Set.of();
  }
}
